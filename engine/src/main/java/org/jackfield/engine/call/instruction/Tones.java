package org.jackfield.engine.call.instruction;

import org.jackfield.engine.media.Sound;

/** The tones that instructions make themselves. */
final class Tones {

    private static final double AMPLITUDE = 6_000;

    /** Says that a recording begins: 1,000 Hz, 300 ms. */
    static final Sound BEEP = tone(1_000, 300, 0);

    /** The ringing tone of ITU-T E.180: 425 Hz, 1 s, then 4 s of silence. */
    static final Sound RINGING = tone(425, 1_000, 4_000);

    private Tones() {}

    private static Sound tone(int hertz, int millis, int silence) {
        int perMillisecond = Sound.SAMPLES_PER_SECOND / 1_000;
        short[] samples = new short[(millis + silence) * perMillisecond];
        for (int i = 0; i < millis * perMillisecond; i++) {
            samples[i] = (short) (AMPLITUDE * Math.sin(2 * Math.PI * hertz * i / Sound.SAMPLES_PER_SECOND));
        }
        return Sound.of(samples);
    }
}
