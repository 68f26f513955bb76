package org.jackfield.connectors.rtp;

/**
 * The audio codecs: G.711 (ITU-T G.711) at 8,000 Hz, one byte a sample, with their static payload types (RFC 3551, table
 * 4). Table-driven: decoding is one look-up, encoding one, transcoding one.
 */
public enum Codec {
    /** Mu-law. */
    PCMU(0),
    /** A-law. */
    PCMA(8);

    private final int payloadType;

    Codec(int payloadType) {
        this.payloadType = payloadType;
    }

    public int payloadType() {
        return payloadType;
    }

    /** The linear 16-bit sample of a code. */
    public short decode(byte code) {
        return decoding()[code & 0xFF];
    }

    /** The code of a linear 16-bit sample. */
    public byte encode(short sample) {
        return encoding()[(sample >> 2) & G711.INDEX_MASK];
    }

    /** The same sound in the target codec. */
    public byte transcode(byte code, Codec target) {
        if (this == target) {
            return code;
        }
        return (this == PCMU ? G711.MU_TO_A : G711.A_TO_MU)[code & 0xFF];
    }

    void decode(byte[] codes, short[] samples, int count) {
        var table = decoding();
        for (int i = 0; i < count; i++) {
            samples[i] = table[codes[i] & 0xFF];
        }
    }

    void encode(short[] samples, byte[] codes, int count) {
        var table = encoding();
        for (int i = 0; i < count; i++) {
            codes[i] = table[(samples[i] >> 2) & G711.INDEX_MASK];
        }
    }

    private short[] decoding() {
        return this == PCMU ? G711.MU_DECODE : G711.A_DECODE;
    }

    private byte[] encoding() {
        return this == PCMU ? G711.MU_ENCODE : G711.A_ENCODE;
    }
}
