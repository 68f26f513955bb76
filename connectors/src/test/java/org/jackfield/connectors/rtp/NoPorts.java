package org.jackfield.connectors.rtp;

/** Makes the refusal of a media server that is full, for stand-ins outside of this package. */
public final class NoPorts {

    private NoPorts() {}

    public static NoPortLeftException refusal() {
        return new NoPortLeftException("no free RTP port pair in a test");
    }
}
