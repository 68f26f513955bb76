package org.jackfield.engine.call.run;

import java.util.concurrent.atomic.LongAdder;
import org.jackfield.engine.event.NewEvent;

/** Counts how calls ended since the start, and writes their events to the log. Thread-safe. */
final class CallTally {

    private static final System.Logger LOG = System.getLogger(CallTally.class.getName());

    private final LongAdder completed = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder refused = new LongAdder();

    /** After the commit. Legs of a call have a parent; they are in the log and not counted. */
    void happened(NewEvent event) {
        if (!event.type().startsWith("call.")) {
            return;
        }
        LOG.log(System.Logger.Level.INFO, "{0} {1}", event.type(), event.data());
        if (event.data().containsKey("parent")) {
            return;
        }
        switch (event.type()) {
            case "call.completed" -> completed.increment();
            case "call.failed" -> failed.increment();
            default -> {
            }
        }
    }

    void refused() {
        refused.increment();
    }

    CallTotals totals() {
        return new CallTotals(completed.sum(), failed.sum(), refused.sum());
    }
}
