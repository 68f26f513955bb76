package org.jackfield.connectors.rtp;

/** What we do on a stream, from our side (RFC 3264, section 5.1). The answer to a peer's {@code sendonly} is RECEIVE. */
public enum Direction {
    SEND_RECEIVE(true, true),
    SEND(true, false),
    RECEIVE(false, true),
    INACTIVE(false, false);

    private final boolean sends;
    private final boolean receives;

    Direction(boolean sends, boolean receives) {
        this.sends = sends;
        this.receives = receives;
    }

    public boolean sends() {
        return sends;
    }

    public boolean receives() {
        return receives;
    }
}
