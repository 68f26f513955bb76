package org.jackfield.connectors.sip;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The threads that JAIN-SIP starts for itself. Some of them end with an exception when a peer sends too much or goes away; that is
 * the peer's fault and a debug line of ours, not a stack trace on standard error.
 */
final class StackThreads extends ThreadGroup {

    private static final Logger LOG = System.getLogger("org.jackfield.connectors.sip.stack");

    StackThreads() {
        super("sip-stack");
    }

    /** Runs it so that every thread that it starts belongs to the group. */
    <T> T inside(Callable<T> task) throws ExecutionException {
        FutureTask<T> future = new FutureTask<>(task);
        Thread starter = new Thread(this, future, "sip-starter");
        starter.start();
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SipUnavailableException("interrupted while SIP was started", e);
        }
    }

    @Override
    public void uncaughtException(Thread thread, Throwable cause) {
        LOG.log(Level.DEBUG, thread.getName() + " ended", cause);
    }
}
