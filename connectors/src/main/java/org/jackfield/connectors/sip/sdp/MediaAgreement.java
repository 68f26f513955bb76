package org.jackfield.connectors.sip.sdp;

import org.jackfield.connectors.rtp.RemoteMedia;

/** What an offer and its answer settled, seen from our end. The packet time that the peer wishes is in milliseconds. */
public record MediaAgreement(RemoteMedia remote, int packetTime) {

    /** Whether the peer does not want to hear us: hold (RFC 3264, section 8.4, and RFC 2543's address 0.0.0.0). */
    public boolean isHeld() {
        return !remote.direction().sends();
    }
}
