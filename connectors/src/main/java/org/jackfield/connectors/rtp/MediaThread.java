package org.jackfield.connectors.rtp;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/**
 * One platform thread that serves its streams every 20 ms. Deadlines are absolute, so that nothing drifts: after a stall of up to
 * {@link #MOST_CAUGHT_UP} slots these are served one after the other, of a longer one the older slots are skipped (RTP
 * timestamps follow the slot, the peer hears a gap). Requests from other threads come through a lock-free queue and run between two
 * slots; nothing is locked or allocated for a packet.
 */
final class MediaThread implements Runnable {

    static final int MOST_CAUGHT_UP = 5;

    private static final Logger LOG = System.getLogger(MediaThread.class.getName());

    private final MediaClock clock;
    private final PacketBuffers buffers = new PacketBuffers();
    private final ConcurrentLinkedQueue<Runnable> requests = new ConcurrentLinkedQueue<>();
    private final List<StreamCore> streams = new ArrayList<>();
    private final Thread thread;
    private volatile boolean stopping;
    private final LongAdder lateSlots = new LongAdder();
    private final LongAdder skippedSlots = new LongAdder();

    MediaThread(String name, MediaClock clock) {
        this.clock = clock;
        thread = Thread.ofPlatform().daemon().name(name).unstarted(this);
    }

    void start() {
        thread.start();
    }

    /** Runs the request on this thread, after those that came before. */
    void tell(Runnable request) {
        requests.add(request);
    }

    long lateSlots() {
        return lateSlots.sum();
    }

    long skippedSlots() {
        return skippedSlots.sum();
    }

    /** Stops after what was asked for so far. */
    void stop() throws InterruptedException {
        stopping = true;
        thread.join();
    }

    @Override
    public void run() {
        long slot = clock.slot() + 1;
        while (!stopping) {
            clock.waitUntil(slot * MediaClock.SLOT_NANOS);
            slot = serveDue(slot);
        }
        runRequests();
    }

    /** Serves the slot, and those that are due by now; returns the next one. */
    long serveDue(long slot) {
        runRequests();
        long behind = clock.slot() - slot;
        if (behind > 0) {
            lateSlots.increment();
        }
        if (behind > MOST_CAUGHT_UP) {
            skippedSlots.add(behind - MOST_CAUGHT_UP);
            serve(slot + behind - MOST_CAUGHT_UP);
            return slot + behind - MOST_CAUGHT_UP + 1;
        }
        serve(slot);
        return slot + 1;
    }

    void add(StreamCore stream) {
        streams.add(stream);
    }

    void remove(StreamCore stream) {
        streams.remove(stream);
    }

    private void serve(long slot) {
        long now = clock.nanos();
        for (int i = streams.size() - 1; i >= 0; i--) {
            var stream = streams.get(i);
            try {
                stream.serve(slot, now, buffers);
            } catch (RuntimeException defect) {
                LOG.log(Level.ERROR, "media of leg " + stream.leg() + " ended by a defect", defect);
                stream.close();
            }
        }
    }

    private void runRequests() {
        for (var request = requests.poll(); request != null; request = requests.poll()) {
            try {
                request.run();
            } catch (RuntimeException defect) {
                LOG.log(Level.ERROR, "a request to a media thread failed", defect);
            }
        }
    }
}
