package org.jackfield.connectors.sip;

import java.time.Duration;
import org.jackfield.engine.time.Timers;
import org.jackfield.engine.time.Timers.Timer;

/**
 * Sends a 2xx again until its ACK comes (RFC 3261, section 13.3.1.4): after T1, then twice as long each time up to T2, and
 * gives up after 64 times T1. Used by one thread at a time; its steps are told to the leg's mailbox.
 */
final class Retransmission {

    private static final int T2_IN_T1 = 8;
    private static final int END_IN_T1 = 64;

    /** What it does: sends once more, or gives up. Both run in the mailbox. */
    record Steps(Runnable again, Runnable giveUp) {}

    private final Timers timers;
    private final Leg leg;
    private final Duration t1;
    private final Steps steps;
    private Duration pause;
    private Duration spent = Duration.ZERO;
    private Timer timer = () -> {};
    private boolean stopped;

    Retransmission(Leg leg, Steps steps) {
        this.leg = leg;
        this.timers = leg.context().timers();
        this.t1 = leg.context().options().timerT1();
        this.steps = steps;
        this.pause = t1;
        schedule();
    }

    void stop() {
        stopped = true;
        timer.cancel();
    }

    private void schedule() {
        timer = timers.after(pause, () -> leg.tell(this::step));
    }

    private void step() {
        if (stopped) {
            return;
        }
        spent = spent.plus(pause);
        if (spent.compareTo(t1.multipliedBy(END_IN_T1)) >= 0) {
            stopped = true;
            steps.giveUp().run();
            return;
        }
        steps.again().run();
        Duration twice = pause.multipliedBy(2);
        Duration t2 = t1.multipliedBy(T2_IN_T1);
        pause = twice.compareTo(t2) < 0 ? twice : t2;
        schedule();
    }
}
