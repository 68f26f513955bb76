package org.jackfield.connectors.rtp;

/** Every RTP/RTCP port pair of the configured range is taken or still in quarantine. Nothing was opened. */
public final class NoPortLeftException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoPortLeftException(String message) {
        super(message);
    }
}
