package org.jackfield.engine.work;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jackfield.engine.time.TimerWheel;

/** Timers by name, on a wheel: a name that is set again is set anew. */
final class Alarms {

    private final TimerWheel<String> wheel;
    private final Map<String, TimerWheel.Entry<String>> set = new HashMap<>();

    Alarms(Instant now) {
        this.wheel = new TimerWheel<>(now, Duration.ofMillis(1));
    }

    void set(String name, Instant due) {
        forget(name);
        set.put(name, wheel.set(due, name));
    }

    void forget(String name) {
        Optional.ofNullable(set.remove(name)).ifPresent(wheel::cancel);
    }

    void forgetAll(Predicate<String> named) {
        List.copyOf(set.keySet()).stream().filter(named).forEach(this::forget);
    }

    /** The names of what is due. */
    Set<String> advance(Instant to) {
        Set<String> due = new TreeSet<>(wheel.advance(to));
        due.forEach(set::remove);
        return due;
    }
}
