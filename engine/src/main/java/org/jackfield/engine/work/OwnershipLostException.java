package org.jackfield.engine.work;

/** Another node took the workspace over; this one must not write for it any more. */
final class OwnershipLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OwnershipLostException(String message) {
        super(message);
    }
}
