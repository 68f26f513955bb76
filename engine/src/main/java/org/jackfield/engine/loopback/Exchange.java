package org.jackfield.engine.loopback;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jackfield.engine.call.InboundCall;
import org.jackfield.engine.call.InboundCalls;
import org.jackfield.engine.call.LegEvent;
import org.jackfield.engine.call.LegListener;
import org.jspecify.annotations.Nullable;

/**
 * What network and phones share: the lines, one lock over all of them, and reports that go out in order after the lock is
 * free.
 */
final class Exchange {

    final Map<String, Line> lines = new HashMap<>();
    final Map<String, LoopbackPhone> phones = new HashMap<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Runnable> reports = new ArrayDeque<>();
    private boolean reporting;
    private volatile LegListener listener = (_, _) -> {};
    private volatile InboundCalls inbound = _ -> {};

    void reportTo(LegListener newListener) {
        listener = newListener;
    }

    void deliverTo(InboundCalls newInbound) {
        inbound = newInbound;
    }

    /** Runs under the lock, then sends what was reported meanwhile. */
    <T> T locked(Supplier<T> change) {
        T result;
        lock.lock();
        try {
            result = change.get();
        } finally {
            lock.unlock();
        }
        sendReports();
        return result;
    }

    void change(Runnable change) {
        locked(() -> {
            change.run();
            return Boolean.TRUE;
        });
    }

    /** Changes the line if there is such a line. */
    void onLine(String leg, Consumer<Line> change) {
        change(() -> {
            Line line = lines.get(leg);
            if (line != null) {
                change.accept(line);
            }
        });
    }

    void report(Line line, LegEvent event) {
        reports.add(() -> listener.on(line.leg, event));
    }

    void reportInbound(InboundCall call) {
        reports.add(() -> inbound.offer(call));
    }

    /** Runs in the order of the reports, without the lock. */
    void later(Runnable action) {
        reports.add(action);
    }

    /** One thread at a time sends, so that reports stay in order; another one's reports are sent by the first. */
    private void sendReports() {
        if (lock.isHeldByCurrentThread()) {
            return;
        }
        for (Runnable next = nextReport(true); next != null; next = nextReport(false)) {
            next.run();
        }
    }

    private @Nullable Runnable nextReport(boolean first) {
        lock.lock();
        try {
            if (first && reporting) {
                return null;
            }
            Runnable next = reports.poll();
            reporting = next != null;
            return next;
        } finally {
            lock.unlock();
        }
    }
}
