package org.jackfield.connectors.rtp;

/**
 * The tables of ITU-T G.711, computed once from its segments as the reference code of ITU-T G.191 does. Encoding tables are indexed
 * by the upper 14 bits of the 16-bit sample: mu-law is defined on 14 bits, A-law on 13.
 */
final class G711 {

    static final short[] MU_DECODE = decoding(G711::muDecoded);
    static final short[] A_DECODE = decoding(G711::aDecoded);
    static final byte[] MU_ENCODE = encoding(G711::muEncoded);
    static final byte[] A_ENCODE = encoding(G711::aEncoded);
    static final byte[] MU_TO_A = through(MU_DECODE, A_ENCODE);
    static final byte[] A_TO_MU = through(A_DECODE, MU_ENCODE);

    static final int INDEX_MASK = 0x3FFF;

    private static final int INDEXES = 1 << 14;
    private static final int MU_BIAS = 33;
    private static final int MU_LARGEST = 0x1FFF;
    private static final int A_EVEN_BITS = 0x55;

    private G711() {}

    @FunctionalInterface
    private interface Law {
        int of(int value);
    }

    private static short[] decoding(Law law) {
        var table = new short[256];
        for (int code = 0; code < table.length; code++) {
            table[code] = (short) law.of(code);
        }
        return table;
    }

    private static byte[] encoding(Law law) {
        var table = new byte[INDEXES];
        for (int index = 0; index < INDEXES; index++) {
            int signed = index < INDEXES / 2 ? index : index - INDEXES;
            table[index] = (byte) law.of(signed);
        }
        return table;
    }

    private static byte[] through(short[] decode, byte[] encode) {
        var table = new byte[256];
        for (int code = 0; code < table.length; code++) {
            table[code] = encode[(decode[code] >> 2) & INDEX_MASK];
        }
        return table;
    }

    private static int muDecoded(int code) {
        int inverted = ~code;
        int exponent = (inverted >> 4) & 7;
        int step = 8 << exponent;
        int magnitude = (0x80 << exponent) + step * (inverted & 0xF) + step / 2 - 4 * MU_BIAS;
        return code < 0x80 ? -magnitude : magnitude;
    }

    private static int muEncoded(int value) {
        int biased = Math.min((value < 0 ? ~value : value) + MU_BIAS, MU_LARGEST);
        int segment = 1 + Integer.SIZE - Integer.numberOfLeadingZeros(biased >> 6);
        int code = ((8 - segment) << 4) | (0xF - ((biased >> segment) & 0xF));
        return value < 0 ? code : code | 0x80;
    }

    private static int aDecoded(int code) {
        int plain = code ^ A_EVEN_BITS;
        int exponent = (plain >> 4) & 7;
        int mantissa = (plain & 0xF) + (exponent > 0 ? 16 : 0);
        int magnitude = (mantissa << 4) + 8;
        if (exponent > 1) {
            magnitude <<= exponent - 1;
        }
        return (plain & 0x80) == 0 ? -magnitude : magnitude;
    }

    private static int aEncoded(int value) {
        int magnitude = (value < 0 ? ~value : value) >> 2;
        if (magnitude > 15) {
            int exponent = 1;
            while (magnitude > 31) {
                magnitude >>= 1;
                exponent++;
            }
            magnitude += (exponent << 4) - 16;
        }
        return (value < 0 ? magnitude : magnitude | 0x80) ^ A_EVEN_BITS;
    }
}
