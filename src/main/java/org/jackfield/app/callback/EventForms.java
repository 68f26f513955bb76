package org.jackfield.app.callback;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jackfield.engine.event.Event;
import org.jackfield.engine.tenant.AccountId;

/** What applications are told of events. Thread-safe. */
public interface EventForms {

    /** The types of which they can be told. */
    Set<String> types();

    /** The fields by the events' ids; none when the workspace is gone. */
    Map<String, Map<String, String>> of(AccountId account, String workspaceId, List<Event> events);
}
