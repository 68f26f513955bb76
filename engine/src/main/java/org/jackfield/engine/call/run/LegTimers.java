package org.jackfield.engine.call.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jackfield.engine.time.Timers;
import org.jackfield.engine.time.Timers.Timer;

/** The running timers of one call's instructions. Used only by the thread that drains the call's mailbox. */
final class LegTimers {

    private record Key(String instruction, String name) {}

    private final Timers timers;
    private final Map<Key, Timer> running = new HashMap<>();

    LegTimers(Timers timers) {
        this.timers = timers;
    }

    void start(String instruction, String name, Duration delay, Runnable task) {
        Timer before = running.put(new Key(instruction, name), timers.after(delay, task));
        if (before != null) {
            before.cancel();
        }
    }

    void stop(String instruction, String name) {
        Timer timer = running.remove(new Key(instruction, name));
        if (timer != null) {
            timer.cancel();
        }
    }

    void stopAll(String instruction) {
        running.entrySet().removeIf(entry -> {
            boolean mine = entry.getKey().instruction().equals(instruction);
            if (mine) {
                entry.getValue().cancel();
            }
            return mine;
        });
    }

    void stopAll() {
        running.values().forEach(Timer::cancel);
        running.clear();
    }
}
