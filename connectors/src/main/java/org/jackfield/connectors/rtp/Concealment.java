package org.jackfield.connectors.rtp;

/**
 * Fills gaps with the last frame that was heard, fading to silence over three frames. Confined to a media thread; used as
 * {@code begin}, one call for each sample, {@code end}.
 */
final class Concealment {

    private static final int[] GAIN_PERCENT = {70, 40, 15};

    private final short[] last = new short[MediaClock.SLOT_SAMPLES];
    private Codec codec = Codec.PCMU;
    private int framesMissing;
    private boolean missing;

    void reset() {
        java.util.Arrays.fill(last, (short) 0);
        framesMissing = 0;
    }

    void begin(Codec frameCodec) {
        codec = frameCodec;
        missing = false;
    }

    byte heard(int index, byte code) {
        last[index] = codec.decode(code);
        return code;
    }

    byte missing(int index) {
        missing = true;
        int gain = framesMissing < GAIN_PERCENT.length ? GAIN_PERCENT[framesMissing] : 0;
        return codec.encode((short) (last[index] * gain / 100));
    }

    void end() {
        framesMissing = missing ? framesMissing + 1 : 0;
    }
}
