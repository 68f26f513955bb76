package org.jackfield.connectors.rtp;

/** The two tones of a key as samples, for peers that know no telephone-events. Confined to a media thread. */
final class ToneSource {

    private static final double AMPLITUDE = 5_000;
    private static final double STEP = 2 * Math.PI / 8_000;

    private long at;

    void begin() {
        at = 0;
    }

    void fill(int event, short[] samples) {
        double low = DtmfKeys.lowOf(event) * STEP;
        double high = DtmfKeys.highOf(event) * STEP;
        for (int i = 0; i < samples.length; i++, at++) {
            samples[i] = (short) (AMPLITUDE * (Math.sin(low * at) + Math.sin(high * at)));
        }
    }
}
