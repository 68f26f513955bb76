package org.jackfield.engine.alert;

import java.util.List;
import java.util.Optional;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.time.Span;

/** Where alerts are kept. Every method joins the open unit of work. Thread-safe. */
public interface Alerts {

    /** What to list: empty fields do not filter. */
    record Filter(Optional<Alert.Level> level, Optional<String> callId, Span time) {
        public static final Filter ALL = new Filter(Optional.empty(), Optional.empty(), Span.ALWAYS);
    }

    void insert(Alert alert);

    Optional<Alert> find(AccountId account, String id);

    /** One page, newest first. */
    List<Alert> list(AccountId account, Filter filter, Paging paging);
}
