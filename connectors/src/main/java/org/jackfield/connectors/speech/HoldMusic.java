package org.jackfield.connectors.speech;

import org.jackfield.engine.media.Sound;

/**
 * Our own hold music, composed for this product: a slow piece in G in three-four time, sixteen bars of 1.8 s, plucked strings over
 * a soft bass, played by code. It loops without a seam: notes that ring over the end ring on at the beginning.
 */
final class HoldMusic {

    private static final int RATE = Sound.SAMPLES_PER_SECOND;
    private static final int BEAT = RATE * 6 / 10;
    private static final int BEATS_PER_BAR = 3;
    private static final double TUNING = 440;
    private static final int TUNING_NOTE = 69;
    private static final double PEAK = 9_000;

    /** A chord of each bar as MIDI notes: bass first, then what is arpeggiated. */
    private static final int[][] BARS = {
        {43, 59, 62, 67}, {40, 59, 64, 67}, {48, 60, 64, 67}, {50, 57, 62, 66},
        {43, 59, 62, 67}, {47, 59, 62, 66}, {48, 60, 64, 69}, {50, 57, 60, 66},
        {52, 59, 64, 67}, {47, 59, 62, 66}, {48, 60, 64, 67}, {43, 59, 62, 67},
        {45, 57, 60, 64}, {48, 60, 64, 67}, {50, 57, 62, 66}, {43, 59, 62, 67}};

    /** The melody: a note for each beat, 0 rests. */
    private static final int[] MELODY = {
        74, 0, 71, 76, 0, 74, 72, 71, 69, 74, 0, 0,
        71, 0, 74, 78, 0, 74, 76, 74, 72, 69, 0, 0,
        79, 0, 76, 78, 74, 0, 76, 72, 0, 74, 71, 0,
        72, 71, 69, 76, 0, 72, 74, 69, 66, 67, 0, 0};

    private HoldMusic() {}

    static Sound compose() {
        var mix = new double[BARS.length * BEATS_PER_BAR * BEAT];
        for (int bar = 0; bar < BARS.length; bar++) {
            int from = bar * BEATS_PER_BAR * BEAT;
            pluck(mix, from, BARS[bar][0], 0.9, 1.6);
            for (int i = 0; i < 2 * BEATS_PER_BAR; i++) {
                int note = BARS[bar][1 + (i < 4 ? i % 3 : 5 - i)];
                pluck(mix, from + i * BEAT / 2, note, 0.35, 0.7);
            }
        }
        for (int beat = 0; beat < MELODY.length; beat++) {
            if (MELODY[beat] > 0) {
                pluck(mix, beat * BEAT, MELODY[beat], 0.8, 1.1);
            }
        }
        return Sound.of(normalised(mix));
    }

    private static void pluck(double[] mix, int from, int note, double loudness, double ringSeconds) {
        double frequency = TUNING * Math.pow(2, (note - TUNING_NOTE) / 12.0);
        int length = (int) (4 * ringSeconds * RATE);
        for (int i = 0; i < length; i++) {
            double time = (double) i / RATE;
            double attack = Math.min(1, time / 0.008);
            double release = Math.min(1, (length - i) / (0.05 * RATE));
            double phase = 2 * Math.PI * frequency * time;
            double tone = Math.sin(phase) + 0.4 * Math.sin(2 * phase) * Math.exp(-2 * time)
                    + 0.15 * Math.sin(3 * phase) * Math.exp(-4 * time);
            mix[(from + i) % mix.length] += loudness * attack * release * Math.exp(-time / ringSeconds) * tone;
        }
    }

    private static short[] normalised(double[] mix) {
        double peak = 1e-9;
        for (double value : mix) {
            peak = Math.max(peak, Math.abs(value));
        }
        var samples = new short[mix.length];
        for (int i = 0; i < mix.length; i++) {
            samples[i] = (short) Math.round(mix[i] / peak * PEAK);
        }
        return samples;
    }
}
