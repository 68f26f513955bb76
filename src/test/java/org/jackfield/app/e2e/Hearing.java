package org.jackfield.app.e2e;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Proves sound by its content: which tone, and whether a known sentence is in it. */
final class Hearing {

    private static final int RATE = CallerMedia.RATE;

    private Hearing() {}

    /** The share of the samples' energy that lies at the frequency (Goertzel over the whole span), 0 to 1. */
    static double share(short[] samples, double hertz) {
        double coefficient = 2 * Math.cos(2 * Math.PI * hertz / RATE);
        double previous = 0;
        double older = 0;
        double energy = 0;
        for (short sample : samples) {
            double value = sample + coefficient * previous - older;
            older = previous;
            previous = value;
            energy += (double) sample * sample;
        }
        double power = previous * previous + older * older - coefficient * previous * older;
        return energy == 0 ? 0 : Math.min(1, 2 * power / (energy * samples.length));
    }

    /** The largest share of a tone in any span of half a second. */
    static double bestShare(short[] samples, double hertz) {
        int span = RATE / 2;
        double best = 0;
        for (int from = 0; from + span <= samples.length; from += span / 2) {
            best = Math.max(best, share(Arrays.copyOfRange(samples, from, from + span), hertz));
        }
        return best;
    }

    /** The best normalised cross-correlation of the reference's loudest second with any place of what was heard. */
    static double correlation(short[] heard, short[] reference) {
        short[] part = loudestSecond(reference);
        double partEnergy = energy(part, 0, part.length);
        double best = 0;
        double heardEnergy = heard.length < part.length ? 0 : energy(heard, 0, part.length);
        for (int at = 0; at + part.length <= heard.length; at++) {
            if (heardEnergy > partEnergy / 100) {
                best = Math.max(best, dot(heard, at, part) / Math.sqrt(heardEnergy * partEnergy));
            }
            if (at + part.length < heard.length) {
                heardEnergy += square(heard[at + part.length]) - square(heard[at]);
            }
        }
        return best;
    }

    private static short[] loudestSecond(short[] samples) {
        int span = Math.min(RATE, samples.length);
        int bestAt = 0;
        double best = -1;
        for (int at = 0; at + span <= samples.length; at += RATE / 10) {
            double energy = energy(samples, at, span);
            if (energy > best) {
                best = energy;
                bestAt = at;
            }
        }
        return Arrays.copyOfRange(samples, bestAt, bestAt + span);
    }

    private static double dot(short[] heard, int at, short[] part) {
        long sum = 0;
        for (int i = 0; i < part.length; i++) {
            sum += heard[at + i] * part[i];
        }
        return sum;
    }

    private static double energy(short[] samples, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += square(samples[i]);
        }
        return sum;
    }

    /** The root mean square of the samples, 0 to 32,767. */
    static double loudness(short[] samples) {
        return samples.length == 0 ? 0 : Math.sqrt(energy(samples, 0, samples.length) / samples.length);
    }

    static short[] lastSeconds(short[] samples, int seconds) {
        return Arrays.copyOfRange(samples, Math.max(0, samples.length - seconds * RATE), samples.length);
    }

    private static double square(short sample) {
        return (double) sample * sample;
    }

    /** One channel of a 16-bit WAV. */
    static short[] channel(InputStream wav, int channel) {
        try (AudioInputStream audio = AudioSystem.getAudioInputStream(new BufferedInputStream(wav))) {
            int channels = audio.getFormat().getChannels();
            ByteBuffer bytes = ByteBuffer.wrap(audio.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            short[] samples = new short[bytes.remaining() / 2 / channels];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = bytes.getShort((i * channels + channel) * 2);
            }
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnsupportedAudioFileException e) {
            throw new AssertionError("not a WAV file", e);
        }
    }
}
