package org.jackfield.connectors.sip;

/** The SIP side cannot start: the address is not ours or the port is taken. The message says which. */
public final class SipUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SipUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
