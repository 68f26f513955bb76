package org.jackfield.connectors.sip.sdp;

/** A session description that cannot be used, and whether it was malformed (400) or only unacceptable (488). */
public final class SdpException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean malformed;

    private SdpException(String message, boolean malformed) {
        super(message);
        this.malformed = malformed;
    }

    static SdpException malformed(String message) {
        return new SdpException(message, true);
    }

    static SdpException unacceptable(String message) {
        return new SdpException(message, false);
    }

    /** The SIP status that answers it: 400, or 488 (RFC 3261, section 21.4.26). */
    public int status() {
        return malformed ? 400 : 488;
    }
}
