package org.jackfield.app.callback;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jackfield.engine.event.NewEvent;
import org.jackfield.engine.work.callback.EventCallback;
import org.jackfield.engine.work.callback.Progress.Open;

/** What went wrong in a turn, for the account that owns the workspace: one event a turn, however many were not told. */
final class EventTurnReport {

    /** After so many failures in a row an outage is told of, once. */
    private static final int FAILURES_OF_AN_OUTAGE = 5;

    private final EventCallback callback;
    private final List<Open> givenUp = new ArrayList<>();
    private String detail = "the address failed before";

    EventTurnReport(EventCallback callback) {
        this.callback = callback;
    }

    void failed(String why) {
        detail = why;
    }

    void givenUp(List<Open> events) {
        givenUp.addAll(events);
    }

    List<NewEvent> events(int failures) {
        Map<String, String> about = Map.of("workspace", callback.workspaceId(), "url", callback.url(), "detail",
                detail);
        List<NewEvent> events = new ArrayList<>();
        if (failures == FAILURES_OF_AN_OUTAGE) {
            events.add(event("event-callback.failed", about));
        }
        if (!givenUp.isEmpty()) {
            Map<String, Object> data = new HashMap<>(about);
            data.put("count", givenUp.size());
            data.put("since", givenUp.getFirst().time().toString());
            events.add(event("event-callback.dropped", data));
        }
        return events;
    }

    private NewEvent event(String type, Map<String, ?> data) {
        return new NewEvent(callback.account(), callback.workspaceId(), type, data);
    }
}
