package org.jackfield.engine.alert;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jackfield.engine.id.MemoryPages;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;

/** Alerts in memory. */
public final class MemoryAlerts implements Alerts {

    private final Map<String, Alert> rows = new ConcurrentHashMap<>();

    @Override
    public void insert(Alert alert) {
        rows.put(alert.id(), alert);
    }

    @Override
    public Optional<Alert> find(AccountId account, String id) {
        return Optional.ofNullable(rows.get(id)).filter(alert -> alert.account().equals(account));
    }

    @Override
    public List<Alert> list(AccountId account, Filter filter, Paging paging) {
        return MemoryPages.descending(paging, rows.values()
                .stream()
                .filter(alert -> alert.account().equals(account) && filter.time().contains(alert.time()))
                .filter(alert -> filter.level().map(alert.cause().level()::equals).orElse(true))
                .filter(alert -> filter.callId().map(call -> alert.callId().equals(Optional.of(call))).orElse(true)),
                Alert::id);
    }
}
