package org.jackfield.engine.call.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jackfield.engine.time.Timers;

/** The end of a node's work: waits for its calls, then ends them. */
final class CallClosing implements CallDrain {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    /** For the last BYEs and commits. */
    private static final Duration LAST = Duration.ofSeconds(5);

    private final CallMailboxes mailboxes;
    private final Timers timers;
    private volatile boolean closing;

    CallClosing(CallMailboxes mailboxes, Timers timers) {
        this.mailboxes = mailboxes;
        this.timers = timers;
    }

    boolean isClosing() {
        return closing;
    }

    @Override
    public void drain(Duration atMost) {
        closing = true;
        if (!empty(atMost)) {
            for (CallMailbox mailbox : mailboxes.all()) {
                mailbox.put(new Stimulus.HangUpAsked(mailbox.callId()));
            }
            empty(LAST);
        }
    }

    private boolean empty(Duration atMost) {
        CountDownLatch gone = new CountDownLatch(1);
        look(gone);
        try {
            return gone.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            gone.countDown();
        }
    }

    private void look(CountDownLatch gone) {
        if (mailboxes.calls() == 0) {
            gone.countDown();
        } else if (gone.getCount() > 0) {
            timers.after(LOOK_AGAIN, () -> look(gone));
        }
    }
}
