package org.jackfield.connectors.rtp;

import org.jspecify.annotations.Nullable;

/**
 * One stream's side of its bridge. The other side lives on its own thread with the same slots, so a frame comes at most a slot early
 * or late: reading begins when two wait, and drops old ones when more than three do. Confined to a media thread.
 */
final class BridgeEnd {

    private static final int FRAMES_TO_BEGIN = 2;
    private static final int MOST_WAITING = 3;

    private final StreamCore side;
    private final Frame frame = new Frame();
    private @Nullable Bridge bridge;
    private boolean flowing;

    BridgeEnd(StreamCore side) {
        this.side = side;
    }

    void join(Bridge next) {
        leave();
        bridge = next;
        flowing = false;
    }

    void leave() {
        if (bridge != null) {
            bridge.end();
            bridge = null;
        }
    }

    /** The other side's frame for this slot. */
    @Nullable
    Frame next() {
        var current = bridge;
        if (current == null) {
            return null;
        }
        if (current.isOver()) {
            bridge = null;
            return null;
        }
        var ring = current.to(side);
        flowing |= ring.size() >= FRAMES_TO_BEGIN;
        while (flowing && ring.size() > MOST_WAITING) {
            flowing = ring.poll(frame);
        }
        flowing = flowing && ring.poll(frame);
        return flowing ? frame : null;
    }

    /** Lets the other side hear the frame. */
    void offer(Frame heard) {
        var current = bridge;
        if (current != null) {
            // A full ring means that the other side stalls; what it misses is old by then.
            current.from(side).offer(heard);
        }
    }
}
