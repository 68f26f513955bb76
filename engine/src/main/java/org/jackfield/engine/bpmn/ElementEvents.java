package org.jackfield.engine.bpmn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContextListener;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.jackfield.engine.event.EventLog;
import org.jackfield.engine.event.NewEvent;

/**
 * Collects the events of one engine command and appends them in one batch, in its transaction, before the engine writes
 * its own rows.
 */
final class ElementEvents implements Session, CommandContextListener {

    /** Entered and left elements of one step; a model that goes round in circles ends here. */
    private static final int STEP_LIMIT = 2000;

    private final Supplier<EventLog> log;
    private final List<NewEvent> collected = new ArrayList<>();
    private String lastEndEvent = "";

    private ElementEvents(Supplier<EventLog> log) {
        this.log = log;
    }

    static ElementEvents current() {
        return Context.getCommandContext().getSession(ElementEvents.class);
    }

    static SessionFactory factory(Supplier<EventLog> log) {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return ElementEvents.class;
            }

            @Override
            public Session openSession() {
                ElementEvents events = new ElementEvents(log);
                Context.getCommandContext().registerCommandContextListener(events);
                return events;
            }
        };
    }

    /** The end event that the command reached last; empty when it reached none. */
    String lastEndEvent() {
        return lastEndEvent;
    }

    void reachedEnd(String endEvent) {
        lastEndEvent = endEvent;
    }

    void add(NewEvent event) {
        if (collected.size() >= STEP_LIMIT) {
            throw new ModelFailureException("the model went through " + STEP_LIMIT / 2 + " elements without waiting");
        }
        collected.add(event);
    }

    @Override
    public void onCommandContextClose(CommandContext context) {
        if (!collected.isEmpty()) {
            log.get().append(List.copyOf(collected));
            collected.clear();
        }
    }

    @Override
    public void onCommandFailed(CommandContext context, Throwable cause) {
        collected.clear();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
