package org.jackfield.connectors.sip;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicLong;

/** The one place where an exception of a handler stops: counted and logged, so that no message can end a thread. */
final class FaultGuard {

    private static final Logger LOG = System.getLogger(FaultGuard.class.getName());

    private final AtomicLong faults = new AtomicLong();

    /** Runs it; true when it ended normally. */
    boolean run(String what, Runnable handler) {
        try {
            handler.run();
            return true;
        } catch (RuntimeException e) {
            faults.incrementAndGet();
            LOG.log(Level.ERROR, "a handler of " + what + " failed", e);
            return false;
        }
    }

    long faults() {
        return faults.get();
    }
}
