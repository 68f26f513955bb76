package org.jackfield.engine.store.event;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import org.jackfield.engine.event.EventReader.Watch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the watches of this node that positions were given, by whichever node holds the relay. One thread for all of them;
 * it asks the database only while somebody watches. Thread-safe.
 */
public final class EventWatches implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventWatches.class);

    private final List<Runnable> watches = new CopyOnWriteArrayList<>();
    private final Nudge nudge = new Nudge();
    private final LongSupplier lastPosition;
    private final Duration poll;
    private volatile boolean closed;
    private long told;

    /** @param lastPosition asks the database */
    public EventWatches(LongSupplier lastPosition, Duration poll) {
        this.lastPosition = lastPosition;
        this.poll = poll;
        Thread.ofVirtual().name("event-watches").start(this::loop);
    }

    /** Told by the relay of this node that it gave positions. */
    public void nudge() {
        nudge.run();
    }

    @Override
    public void close() {
        closed = true;
        nudge.run();
    }

    Watch add(Runnable onNews) {
        // Each watch is an object of its own: the same callback may be registered twice.
        Runnable watch = () -> onNews.run();
        watches.add(watch);
        nudge.run();
        return () -> watches.remove(watch);
    }

    private void loop() {
        while (!closed) {
            try {
                nudge.await(poll);
                if (!closed && !watches.isEmpty()) {
                    tellWhenMoved();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.debug("the last event position cannot be read", e);
            }
        }
    }

    private void tellWhenMoved() {
        long last = lastPosition.getAsLong();
        if (last == told) {
            return;
        }
        told = last;
        for (Runnable watch : watches) {
            try {
                watch.run();
            } catch (RuntimeException e) {
                LOG.warn("a watch of the event stream failed", e);
            }
        }
    }
}
