package org.jackfield.connectors.speech;

import org.jackfield.engine.media.Sound;

/**
 * Changes the sampling rate to 8,000 Hz by a windowed sinc: what lies above the lower of both bands is cut off first, so that
 * nothing folds back into speech.
 */
final class Resampler {

    private static final int RATE = Sound.SAMPLES_PER_SECOND;
    /** Zero crossings of the sinc on either side. */
    private static final int CROSSINGS = 24;
    /** The part of the band that is kept; the rest is the filter's slope. */
    private static final double KEPT = 0.92;

    private Resampler() {}

    static short[] toTelephone(short[] samples, int rate) {
        if (rate == RATE) {
            return samples;
        }
        double cutoff = KEPT * Math.min(1, (double) RATE / rate);
        double reach = CROSSINGS / cutoff;
        var out = new short[(int) ((long) samples.length * RATE / rate)];
        for (int i = 0; i < out.length; i++) {
            double centre = (double) i * rate / RATE;
            int from = Math.max(0, (int) Math.ceil(centre - reach));
            int to = Math.min(samples.length - 1, (int) Math.floor(centre + reach));
            double sum = 0;
            double weights = 0;
            for (int at = from; at <= to; at++) {
                double weight = weight((at - centre) * cutoff);
                sum += weight * samples[at];
                weights += weight;
            }
            out[i] = (short) Math.clamp(Math.round(weights == 0 ? 0 : sum / weights), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return out;
    }

    /** Sinc with a Hann window. */
    private static double weight(double crossings) {
        if (Math.abs(crossings) < 1e-9) {
            return 1;
        }
        double angle = Math.PI * crossings;
        return Math.sin(angle) / angle * (0.5 + 0.5 * Math.cos(angle / CROSSINGS));
    }
}
