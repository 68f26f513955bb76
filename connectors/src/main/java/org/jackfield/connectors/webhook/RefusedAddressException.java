package org.jackfield.connectors.webhook;

import java.net.UnknownHostException;

/** The host resolves to an address that tenants may not reach. */
public final class RefusedAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    RefusedAddressException(String message) {
        super(message);
    }
}
