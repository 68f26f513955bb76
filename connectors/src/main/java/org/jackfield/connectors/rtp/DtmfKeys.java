package org.jackfield.connectors.rtp;

/** The sixteen keys: event codes (RFC 4733, table 3) and the two tones of each (ITU-T Q.23). */
final class DtmfKeys {

    static final int KEYS = 16;

    private static final String BY_EVENT = "0123456789*#ABCD";
    private static final String BY_TONES = "123A456B789C*0#D";
    private static final double[] LOW = {697, 770, 852, 941};
    private static final double[] HIGH = {1_209, 1_336, 1_477, 1_633};

    private DtmfKeys() {}

    static char digit(int event) {
        return BY_EVENT.charAt(event);
    }

    /** The event of the digit, or -1 when it is none. */
    static int event(char digit) {
        return BY_EVENT.indexOf(Character.toUpperCase(digit));
    }

    static char digit(int low, int high) {
        return BY_TONES.charAt(low * HIGH.length + high);
    }

    static double lowFrequency(int low) {
        return LOW[low];
    }

    static double highFrequency(int high) {
        return HIGH[high];
    }

    static double lowOf(int event) {
        return LOW[BY_TONES.indexOf(digit(event)) / HIGH.length];
    }

    static double highOf(int event) {
        return HIGH[BY_TONES.indexOf(digit(event)) % HIGH.length];
    }
}
