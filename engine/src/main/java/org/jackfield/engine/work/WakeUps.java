package org.jackfield.engine.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jackfield.engine.time.Timers;

/** At most one timer for each item and worker: when it runs off, its signal is posted and the row is read again. */
final class WakeUps {

    private static final Duration LEAST = Duration.ofMillis(1);

    private final Map<String, Timers.Timer> pending = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Timers timers;
    private final Consumer<WorkSignals.Signal> post;

    WakeUps(Clock clock, Timers timers, Consumer<WorkSignals.Signal> post) {
        this.clock = clock;
        this.timers = timers;
        this.post = post;
    }

    /** Sets the timer of the signal's id anew; empty or past: none. */
    void at(Optional<Instant> when, WorkSignals.Signal signal) {
        cancel(signal.id());
        Instant now = clock.instant();
        when.filter(now::isBefore).ifPresent(instant -> {
            Duration delay = Duration.between(now, instant);
            pending.put(signal.id(),
                    timers.after(delay.compareTo(LEAST) < 0 ? LEAST : delay, () -> post.accept(signal)));
        });
    }

    /** Posts the signal again after the pause, whatever else is set. */
    void again(WorkSignals.Signal signal, Duration pause) {
        timers.after(pause, () -> post.accept(signal));
    }

    void cancel(String id) {
        Optional.ofNullable(pending.remove(id)).ifPresent(Timers.Timer::cancel);
    }

    void close() {
        pending.values().forEach(Timers.Timer::cancel);
        pending.clear();
    }

    static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().isBefore(other.get()) ? one : other;
    }
}
