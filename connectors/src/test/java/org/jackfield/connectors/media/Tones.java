package org.jackfield.connectors.media;

import java.util.Random;
import org.jackfield.engine.media.Sound;

/** Makes tones and finds them: a tone is proven by its frequency, never by energy alone. */
public final class Tones {

    private static final int RATE = Sound.SAMPLES_PER_SECOND;

    private Tones() {}

    public static short[] sine(double frequency, int samples, double amplitude) {
        var out = new short[samples];
        for (int i = 0; i < samples; i++) {
            out[i] = (short) Math.round(amplitude * Math.sin(2 * Math.PI * frequency * i / RATE));
        }
        return out;
    }

    public static Sound tone(double frequency, int millis) {
        return Sound.of(sine(frequency, millis * RATE / 1_000, 8_000));
    }

    /** Two tones at once, as a pressed key makes. */
    public static short[] pair(double low, double high, int samples, double amplitude) {
        return mix(sine(low, samples, amplitude), sine(high, samples, amplitude));
    }

    public static short[] mix(short[] first, short[] second) {
        var out = new short[first.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (short) Math.clamp((long) first[i] + second[i], Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return out;
    }

    /** White noise of the given deviation. */
    public static short[] noise(Random random, int samples, double deviation) {
        var out = new short[samples];
        for (int i = 0; i < samples; i++) {
            out[i] = (short) Math.clamp(Math.round(random.nextGaussian() * deviation), Short.MIN_VALUE,
                    Short.MAX_VALUE);
        }
        return out;
    }

    /** The share of the sound's energy that lies at the frequency, 0 to 1 (Goertzel). */
    public static double share(short[] samples, double frequency) {
        double factor = 2 * Math.cos(2 * Math.PI * frequency / RATE);
        double before = 0;
        double beforeThat = 0;
        double energy = 0;
        for (short sample : samples) {
            double next = factor * before - beforeThat + sample;
            beforeThat = before;
            before = next;
            energy += (double) sample * sample;
        }
        double power = before * before + beforeThat * beforeThat - factor * before * beforeThat;
        return energy == 0 ? 0 : power / energy * 2 / samples.length;
    }

    /** Whether the tone makes up most of the sound. */
    public static boolean hears(short[] samples, double frequency) {
        return share(samples, frequency) > 0.6;
    }

    /** The greatest normalised correlation of the pattern with any place of the sound, 0 to 1. */
    public static double correlation(short[] sound, short[] pattern) {
        double best = 0;
        double patternEnergy = energy(pattern, 0, pattern.length);
        for (int at = 0; at + pattern.length <= sound.length; at++) {
            double product = 0;
            for (int i = 0; i < pattern.length; i++) {
                product += (double) sound[at + i] * pattern[i];
            }
            double norm = Math.sqrt(patternEnergy * energy(sound, at, pattern.length));
            best = norm == 0 ? best : Math.max(best, product / norm);
        }
        return best;
    }

    public static short[] samples(Sound sound) {
        var out = new short[sound.length()];
        sound.copy(0, out, 0, out.length);
        return out;
    }

    private static double energy(short[] samples, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return sum;
    }
}
