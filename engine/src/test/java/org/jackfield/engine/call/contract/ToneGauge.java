package org.jackfield.engine.call.contract;

import org.jackfield.engine.media.Sound;

/** Makes sine tones and finds them again: the share of the energy that lies at the frequency (Goertzel). */
public final class ToneGauge {

    /** Half of the energy at one frequency is a tone; a coded and decoded sine has more than nine tenths. */
    private static final double ENOUGH = 0.5;
    private static final double QUIET = 100;
    private static final int BLOCK = 800;

    private ToneGauge() {}

    public static Sound tone(int hertz, int millis) {
        short[] samples = new short[millis * Sound.SAMPLES_PER_SECOND / 1_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (8_000 * Math.sin(2 * Math.PI * hertz * i / Sound.SAMPLES_PER_SECOND));
        }
        return Sound.of(samples);
    }

    /** Whether the sound is that tone, by its last 100 ms. */
    public static boolean isTone(Sound sound, int hertz) {
        short[] all = new short[sound.length()];
        sound.copy(0, all, 0, all.length);
        return isTone(all, hertz);
    }

    /** Whether the last 100 ms of the samples are that tone. */
    public static boolean isTone(short[] samples, int hertz) {
        int from = Math.max(0, samples.length - BLOCK);
        double energy = 0;
        double real = 0;
        double imaginary = 0;
        for (int i = from; i < samples.length; i++) {
            double angle = 2 * Math.PI * hertz * (i - from) / Sound.SAMPLES_PER_SECOND;
            energy += (double) samples[i] * samples[i];
            real += samples[i] * Math.cos(angle);
            imaginary += samples[i] * Math.sin(angle);
        }
        int count = samples.length - from;
        double atFrequency = 2 * (real * real + imaginary * imaginary) / Math.max(1, count);
        return energy > QUIET * QUIET * count && atFrequency > ENOUGH * energy;
    }
}
