package org.jackfield.engine.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jackfield.engine.time.TimerWheel;
import org.jackfield.engine.time.Timers;
import org.jspecify.annotations.Nullable;

/**
 * At most one timer for each item and worker: when it runs off, its signal is posted and the row is read again. All of them
 * are on one wheel, which takes one timer of the node. Thread-safe.
 */
final class WakeUps {

    private static final Duration TICK = Duration.ofMillis(1);

    private record Call(WorkSignals.Signal signal, boolean single) {}

    private final Clock clock;
    private final Timers timers;
    private final Consumer<WorkSignals.Signal> post;
    private final TimerWheel<Call> wheel;
    private final Map<String, TimerWheel.Entry<Call>> single = new HashMap<>();
    private Timers.@Nullable Timer look;
    private Instant lookAt = Instant.MAX;
    private boolean closed;

    WakeUps(Clock clock, Timers timers, Consumer<WorkSignals.Signal> post) {
        this.clock = clock;
        this.timers = timers;
        this.post = post;
        this.wheel = new TimerWheel<>(clock.instant(), TICK);
    }

    /** Sets the timer of the signal's id anew; empty or past: none. */
    synchronized void at(Optional<Instant> when, WorkSignals.Signal signal) {
        forget(signal.id());
        when.filter(clock.instant()::isBefore)
                .ifPresent(instant -> single.put(signal.id(), wheel.set(instant, new Call(signal, true))));
        arm();
    }

    /** Posts the signal again after the pause, whatever else is set. */
    synchronized void again(WorkSignals.Signal signal, Duration pause) {
        wheel.set(clock.instant().plus(pause), new Call(signal, false));
        arm();
    }

    synchronized void cancel(String id) {
        forget(id);
        arm();
    }

    synchronized void close() {
        closed = true;
        disarm();
    }

    static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().isBefore(other.get()) ? one : other;
    }

    private void forget(String id) {
        Optional.ofNullable(single.remove(id)).ifPresent(wheel::cancel);
    }

    private synchronized void look() {
        look = null;
        lookAt = Instant.MAX;
        for (Call call : wheel.advance(clock.instant())) {
            if (call.single()) {
                single.remove(call.signal().id());
            }
            post.accept(call.signal());
        }
        arm();
    }

    /** Looks at the wheel when its first timer may be due, and no more than that. */
    private void arm() {
        Instant next = closed ? Instant.MAX : wheel.nextLook().orElse(Instant.MAX);
        if (next.equals(lookAt)) {
            return;
        }
        disarm();
        if (next.isBefore(Instant.MAX)) {
            Duration delay = Duration.between(clock.instant(), next);
            lookAt = next;
            look = timers.after(delay.compareTo(TICK) < 0 ? TICK : delay, this::look);
        }
    }

    private void disarm() {
        Timers.@Nullable Timer armed = look;
        if (armed != null) {
            armed.cancel();
        }
        look = null;
        lookAt = Instant.MAX;
    }
}
