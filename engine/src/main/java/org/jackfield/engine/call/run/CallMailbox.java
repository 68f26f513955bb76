package org.jackfield.engine.call.run;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jackfield.engine.call.Trace;
import org.jackfield.engine.unit.StoreUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * The mailbox of one call: at most one thread at a time takes stimuli out, and none waits. While the database is away the
 * stimulus stays at the head; a timer wakes the mailbox up again. When the call is over and the mailbox is empty it closes.
 */
final class CallMailbox {

    /** Beyond it, what a peer can send without end is dropped. */
    static final int BOUND = 256;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final String callId;
    private final CallWorkshop workshop;
    private final Function<Stimulus, Optional<CallState>> opening;
    private final LegTimers timers;

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Stimulus> waiting = new ArrayDeque<>();
    private boolean busy;
    private boolean closed;

    /** Only the thread that drains touches these; the lock hands them from one to the next. */
    private @Nullable CallState state;
    private Duration pause = FIRST_PAUSE;
    /** Their own stimulus may still be on its way. */
    private final Set<String> begunBySweep = new HashSet<>();

    /** @param opening the call as it is when the first stimulus is handled; empty when it is not here */
    CallMailbox(String callId, CallWorkshop workshop, Function<Stimulus, Optional<CallState>> opening) {
        this.callId = callId;
        this.workshop = workshop;
        this.opening = opening;
        timers = new LegTimers(workshop.timers());
    }

    String callId() {
        return callId;
    }

    LegTimers timers() {
        return timers;
    }

    /** False when the mailbox is closed: whoever wants the call must open another one. */
    boolean put(Stimulus stimulus) {
        boolean wake;
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            if (stimulus.mayBeDropped() && waiting.size() >= BOUND) {
                return true;
            }
            waiting.addLast(stimulus);
            wake = !busy;
            busy = true;
        } finally {
            lock.unlock();
        }
        if (wake) {
            workshop.executor().execute(this::drain);
        }
        return true;
    }

    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private void drain() {
        for (Stimulus next = take(); next != null; next = take()) {
            try {
                if (!handle(next)) {
                    close();
                    return;
                }
                pause = FIRST_PAUSE;
            } catch (StoreUnavailableException away) {
                putBack(List.of(next));
                workshop.timers().after(pause, () -> workshop.executor().execute(this::drain));
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
                return;
            }
        }
    }

    /** False when there is no such call here, or it is over. */
    private boolean handle(Stimulus stimulus) {
        CallState before = state;
        if (before == null) {
            try (Trace.Scope _ = new Trace("", callId).enter()) {
                before = opening.apply(stimulus).orElse(null);
            }
            if (before == null) {
                return false;
            }
            state = before;
        }
        try (Trace.Scope _ = new Trace(before.root().account().value(), callId).enter()) {
            return handle(before, stimulus);
        }
    }

    private boolean handle(CallState before, Stimulus stimulus) {
        if (isLate(before, stimulus)) {
            return !before.isOver() || waiting() > 0;
        }
        CallWorkshop.Worked worked = workshop.work(before, stimulus);
        state = worked.next();
        workshop.perform(this, worked);
        putBack(worked.answers());
        return !worked.next().isOver() || waiting() > 0;
    }

    /**
     * Whether the stimulus would begin an instruction twice. Outcomes are written by this mailbox alone, so what the table says
     * here is true until the end of the step; a withdrawal follows as a stimulus of its own.
     */
    private boolean isLate(CallState before, Stimulus stimulus) {
        return switch (stimulus) {
            case Stimulus.Missed missed -> before.running().containsKey(missed.instruction().id())
                    || !workshop.isOpen(missed.instruction()) || !begunBySweep.add(missed.instruction().id());
            case Stimulus.Issued issued -> begunBySweep.remove(issued.instruction().id());
            default -> false;
        };
    }

    private @Nullable Stimulus take() {
        lock.lock();
        try {
            Stimulus next = waiting.pollFirst();
            busy = next != null;
            return next;
        } finally {
            lock.unlock();
        }
    }

    private void putBack(List<Stimulus> stimuli) {
        lock.lock();
        try {
            stimuli.reversed().forEach(waiting::addFirst);
        } finally {
            lock.unlock();
        }
    }

    private void close() {
        boolean more;
        lock.lock();
        try {
            more = !waiting.isEmpty();
            closed = !more;
        } finally {
            lock.unlock();
        }
        if (more) {
            workshop.executor().execute(this::drain);
        } else {
            timers.stopAll();
            workshop.closed(this);
        }
    }
}
