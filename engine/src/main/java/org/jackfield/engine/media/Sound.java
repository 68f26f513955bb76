package org.jackfield.engine.media;

import java.time.Duration;

/**
 * Mono sound in 16-bit linear samples at 8,000 Hz, the telephone's band. Immutable: the array is not copied, whoever made
 * it must not change it. Equality is identity; encoders cache by it.
 */
public final class Sound {

    public static final int SAMPLES_PER_SECOND = 8_000;

    private final short[] samples;

    private Sound(short[] samples) {
        this.samples = samples;
    }

    public static Sound of(short[] samples) {
        return new Sound(samples);
    }

    public int length() {
        return samples.length;
    }

    public short sample(int index) {
        return samples[index];
    }

    /** Copies {@code count} samples from {@code from} into {@code target}. */
    public void copy(int from, short[] target, int at, int count) {
        System.arraycopy(samples, from, target, at, count);
    }

    public Duration duration() {
        return Duration.ofMillis(samples.length * 1_000L / SAMPLES_PER_SECOND);
    }
}
