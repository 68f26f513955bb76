package org.jackfield.engine.event;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what was appended, for tests to read. */
public final class RecordingEventLog implements EventLog {

    private final List<NewEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public void append(List<NewEvent> added) {
        events.addAll(added);
    }

    public List<NewEvent> events() {
        return List.copyOf(events);
    }

    public List<String> types() {
        return events.stream().map(NewEvent::type).toList();
    }
}
