package org.jackfield.connectors.speech;

import org.jackfield.engine.media.PromptUnavailableException;
import org.jackfield.engine.media.Sound;

/** A sine tone with soft edges, as {@code tone:FREQUENCY/MILLISECONDS} asks for. */
final class ToneSound {

    private static final int LEAST_HERTZ = 20;
    private static final int MOST_HERTZ = 3_900;
    private static final int MOST_MILLIS = 60_000;
    private static final double AMPLITUDE = 8_000;
    private static final int EDGE = 40;

    private ToneSound() {}

    static Sound of(int frequency, int millis) {
        if (frequency < LEAST_HERTZ || frequency > MOST_HERTZ || millis < 1 || millis > MOST_MILLIS) {
            throw new PromptUnavailableException("a tone has " + LEAST_HERTZ + " to " + MOST_HERTZ + " Hz and 1 to "
                    + MOST_MILLIS + " ms, not " + frequency + "/" + millis);
        }
        var samples = new short[millis * Sound.SAMPLES_PER_SECOND / 1_000];
        for (int i = 0; i < samples.length; i++) {
            double edge = Math.min(1, Math.min(i, samples.length - i) / (double) EDGE);
            double phase = 2 * Math.PI * frequency * i / Sound.SAMPLES_PER_SECOND;
            samples[i] = (short) Math.round(edge * AMPLITUDE * Math.sin(phase));
        }
        return Sound.of(samples);
    }
}
