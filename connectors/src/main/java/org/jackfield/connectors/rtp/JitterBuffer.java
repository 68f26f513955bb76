package org.jackfield.connectors.rtp;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Evens out the arrival of one peer's sound: samples are put at their RTP timestamp and read 20 ms at a time, two to six frames
 * later. The delay grows when packets come too late and shrinks when they have not for ten seconds; a jump of the timestamps begins
 * anew. Packets may carry any number of samples, come twice or out of order. What is missing is concealed by the last frame,
 * fading. Confined to a media thread.
 */
final class JitterBuffer {

    static final int LEAST_FRAMES = 2;
    static final int MOST_FRAMES = 6;

    private static final int CAPACITY = 4_096;
    private static final int FRAME = MediaClock.SLOT_SAMPLES;
    private static final short MISSING = -1;
    private static final int LATE_IN_A_ROW = 5;
    private static final int WINDOW_FRAMES = 100;
    private static final int CALM_FRAMES = 500;
    private static final int GONE_FRAMES = 10;

    private final short[] samples = new short[CAPACITY];
    private final Concealment concealment = new Concealment();
    private boolean primed;
    private long playAt;
    private long highest;
    private int target = LEAST_FRAMES * FRAME;
    private int lateInARow;
    private int calmFrames;
    private int windowFrames;
    private long leastDepth = Long.MAX_VALUE;

    /** Forgets what waits; the next packet begins anew. */
    void reset() {
        primed = false;
        concealment.reset();
    }

    int targetFrames() {
        return target / FRAME;
    }

    /**
     * Takes the payload of a packet, transcoding it to the codec of the stream.
     *
     * @return whether any of it can still be heard: false for late and repeated packets
     */
    boolean put(int timestamp, ByteBuffer payload, Codec from, Codec to) {
        int count = payload.remaining();
        long at = primed ? highest + (timestamp - (int) highest) : timestamp;
        if (!primed || at + count > playAt + CAPACITY || at < playAt - CAPACITY) {
            begin(at);
        }
        if (at + count <= playAt) {
            late();
            if (at + count <= playAt) {
                return false;
            }
        } else {
            lateInARow = 0;
        }
        int skip = (int) Math.max(0, playAt - at);
        if (samples[index(at + skip)] != MISSING) {
            return false;
        }
        int position = payload.position();
        for (int i = skip; i < count; i++) {
            samples[index(at + i)] = (short) (from.transcode(payload.get(position + i), to) & 0xFF);
        }
        highest = Math.max(highest, at + count);
        return true;
    }

    /** Reads the next 20 ms in the frame's codec; false when the peer sends nothing and the frame is silence. */
    boolean read(Frame frame) {
        if (!primed) {
            frame.silence();
            return false;
        }
        concealment.begin(frame.codec);
        for (int i = 0; i < FRAME; i++) {
            int index = index(playAt + i);
            short sample = samples[index];
            frame.codes[i] = sample == MISSING ? concealment.missing(i) : concealment.heard(i, (byte) sample);
            samples[index] = MISSING;
        }
        concealment.end();
        playAt += FRAME;
        adapt();
        return true;
    }

    private void begin(long at) {
        Arrays.fill(samples, MISSING);
        primed = true;
        highest = at;
        playAt = at - target;
        lateInARow = 0;
        calmFrames = 0;
    }

    /** Waits one frame longer from now on, as far as the bound allows; a peer whose clock fell behind begins anew. */
    private void late() {
        calmFrames = 0;
        lateInARow++;
        if (target < MOST_FRAMES * FRAME) {
            target += FRAME;
            playAt -= FRAME;
        } else if (lateInARow >= LATE_IN_A_ROW) {
            primed = false;
            lateInARow = 0;
        }
    }

    private void adapt() {
        long depth = highest - playAt;
        if (depth < -GONE_FRAMES * FRAME) {
            reset();
            return;
        }
        leastDepth = Math.min(leastDepth, depth);
        if (++calmFrames >= CALM_FRAMES && target > LEAST_FRAMES * FRAME) {
            target -= FRAME;
            calmFrames = 0;
        }
        if (++windowFrames >= WINDOW_FRAMES) {
            for (long excess = leastDepth; excess > target; excess -= FRAME) {
                skipFrame();
            }
            windowFrames = 0;
            leastDepth = Long.MAX_VALUE;
        }
    }

    private void skipFrame() {
        for (int i = 0; i < FRAME; i++) {
            samples[index(playAt + i)] = MISSING;
        }
        playAt += FRAME;
    }

    private static int index(long at) {
        return (int) at & (CAPACITY - 1);
    }
}
