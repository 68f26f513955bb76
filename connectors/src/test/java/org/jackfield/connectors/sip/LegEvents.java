package org.jackfield.connectors.sip;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jackfield.engine.call.EndCause;
import org.jackfield.engine.call.LegEvent;
import org.jackfield.engine.call.LegListener;

/** Keeps what legs report, for a test to wait for. */
final class LegEvents implements LegListener {

    private final Map<String, Deque<LegEvent>> waiting = new HashMap<>();
    private final List<LegEvent> all = new ArrayList<>();

    @Override
    public synchronized void on(String leg, LegEvent event) {
        waiting.computeIfAbsent(leg, key -> new ArrayDeque<>()).add(event);
        all.add(event);
        notifyAll();
    }

    /** The leg's next event, which must be of that kind. */
    synchronized <T extends LegEvent> T await(String leg, Class<T> kind) {
        long patience = TimeUnit.SECONDS.toMillis(10);
        Deque<LegEvent> events = waiting.computeIfAbsent(leg, key -> new ArrayDeque<>());
        try {
            for (long waited = 0; events.isEmpty() && waited < patience; waited += 100) {
                wait(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LegEvent next = events.poll();
        if (!kind.isInstance(next)) {
            throw new AssertionError(leg + ": expected " + kind.getSimpleName() + " but saw " + next);
        }
        return kind.cast(next);
    }

    EndCause awaitEnd(String leg) {
        return await(leg, LegEvent.Ended.class).cause();
    }

    synchronized boolean isQuiet(String leg) {
        return waiting.getOrDefault(leg, new ArrayDeque<>()).isEmpty();
    }

    synchronized long count(Class<? extends LegEvent> kind) {
        return all.stream().filter(kind::isInstance).count();
    }
}
