package org.jackfield.connectors.rtp;

/**
 * Two streams that hear each other, through one ring each way. Either side ends it for both by {@link #end}; each leaves when it
 * sees that.
 */
final class Bridge {

    private static final int FRAMES = 16;

    private final StreamCore first;
    private final FrameRing toFirst = new FrameRing(FRAMES);
    private final FrameRing toSecond = new FrameRing(FRAMES);
    private volatile boolean over;

    Bridge(StreamCore first) {
        this.first = first;
    }

    void end() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    FrameRing to(StreamCore side) {
        return side == first ? toFirst : toSecond;
    }

    FrameRing from(StreamCore side) {
        return side == first ? toSecond : toFirst;
    }
}
