package org.jackfield.connectors.rtp;

/**
 * Finds pressed keys in sound (ITU-T Q.24): Goertzel filters over blocks of 102 samples, a digit after two equal blocks, its end
 * after two others. A block counts when the strongest tone of each group stands out from its group, the two are of similar strength
 * (twist) and hold nearly all of the energy (talk and noise do not). Confined to a media thread.
 */
final class ToneDetector {

    static final char NONE = 0;

    private static final int BLOCK = 102;
    private static final int GROUP = 4;
    private static final int HITS_TO_BEGIN = 2;
    private static final int MISSES_TO_END = 2;
    /** -42 dBm0: (256 * 102 / 2) squared. */
    private static final double LEAST_POWER = 1.7e8;
    private static final double HIGH_OVER_LOW = decibels(4);
    private static final double LOW_OVER_HIGH = decibels(8);
    private static final double ABOVE_GROUP = decibels(8);
    /** A pure pair of tones has BLOCK / 2. */
    private static final double OF_ENERGY = 0.82 * BLOCK / 2;

    private final double[] factors = new double[2 * GROUP];
    private final double[] before = new double[2 * GROUP];
    private final double[] beforeThat = new double[2 * GROUP];
    private final double[] power = new double[2 * GROUP];
    private double energy;
    private int filled;
    private char lastHit = NONE;
    private char pressed = NONE;
    private int hits;
    private int misses;

    ToneDetector() {
        for (int i = 0; i < GROUP; i++) {
            factors[i] = factor(DtmfKeys.lowFrequency(i));
            factors[GROUP + i] = factor(DtmfKeys.highFrequency(i));
        }
    }

    private static double factor(double frequency) {
        return 2 * Math.cos(2 * Math.PI * frequency / 8_000);
    }

    private static double decibels(double value) {
        return Math.pow(10, value / 10);
    }

    /** Takes a frame; returns the digit that began in it, or {@link #NONE}. */
    char listen(Frame frame) {
        char began = NONE;
        for (byte code : frame.codes) {
            take(frame.codec.decode(code));
            if (++filled == BLOCK) {
                char digit = endBlock();
                began = digit == NONE ? began : digit;
            }
        }
        return began;
    }

    void reset() {
        clearBlock();
        lastHit = NONE;
        pressed = NONE;
        hits = 0;
    }

    private void take(short sample) {
        energy += (double) sample * sample;
        for (int i = 0; i < factors.length; i++) {
            double next = factors[i] * before[i] - beforeThat[i] + sample;
            beforeThat[i] = before[i];
            before[i] = next;
        }
    }

    private char endBlock() {
        char hit = judgeBlock();
        clearBlock();
        hits = hit != NONE && hit == lastHit ? hits + 1 : 1;
        lastHit = hit;
        if (hit == pressed) {
            misses = 0;
            return NONE;
        }
        if (hit != NONE && hits >= HITS_TO_BEGIN) {
            pressed = hit;
            misses = 0;
            return hit;
        }
        if (pressed != NONE && ++misses >= MISSES_TO_END) {
            pressed = NONE;
        }
        return NONE;
    }

    private char judgeBlock() {
        for (int i = 0; i < factors.length; i++) {
            power[i] = before[i] * before[i] + beforeThat[i] * beforeThat[i] - factors[i] * before[i] * beforeThat[i];
        }
        int low = strongest(0);
        int high = strongest(GROUP);
        double lowPower = power[low];
        double highPower = power[high];
        boolean key = lowPower >= LEAST_POWER && highPower >= LEAST_POWER
                && highPower <= lowPower * HIGH_OVER_LOW && lowPower <= highPower * LOW_OVER_HIGH
                && standsOut(low, 0) && standsOut(high, GROUP)
                && lowPower + highPower >= OF_ENERGY * energy;
        return key ? DtmfKeys.digit(low, high - GROUP) : NONE;
    }

    private int strongest(int from) {
        int best = from;
        for (int i = from + 1; i < from + GROUP; i++) {
            if (power[i] > power[best]) {
                best = i;
            }
        }
        return best;
    }

    private boolean standsOut(int best, int from) {
        for (int i = from; i < from + GROUP; i++) {
            if (i != best && power[i] * ABOVE_GROUP > power[best]) {
                return false;
            }
        }
        return true;
    }

    private void clearBlock() {
        java.util.Arrays.fill(before, 0);
        java.util.Arrays.fill(beforeThat, 0);
        energy = 0;
        filled = 0;
    }
}
