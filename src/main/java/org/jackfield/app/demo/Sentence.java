package org.jackfield.app.demo;

import org.jackfield.connectors.rtp.Codec;
import org.jackfield.engine.media.Sound;

/** What a simulated person says over and over: a sentence and a pause, as it goes on the wire. Immutable. */
final class Sentence {

    private static final int PAUSE = 2 * Sound.SAMPLES_PER_SECOND;

    private final byte[] codes;

    Sentence(Sound spoken) {
        codes = new byte[spoken.length() + PAUSE];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = Codec.PCMU.encode(i < spoken.length() ? spoken.sample(i) : 0);
        }
    }

    byte at(int position) {
        return codes[position % codes.length];
    }
}
