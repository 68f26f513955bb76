package org.jackfield.connectors.rtp;

/**
 * The negotiated payload types of telephone-event at 8,000 Hz (RFC 4733): the one in the peer's SDP, which we send, and the one in
 * ours, which we receive. Both lie in 96-127.
 */
public record TelephoneEvents(int send, int receive) {

    public TelephoneEvents {
        if (send < 96 || send > 127 || receive < 96 || receive > 127) {
            throw new IllegalArgumentException(
                    "a telephone-event payload type must lie in 96-127: " + send + ", " + receive);
        }
    }

    /** The same payload type both ways, as an answer should have it. */
    public static TelephoneEvents of(int payloadType) {
        return new TelephoneEvents(payloadType, payloadType);
    }
}
