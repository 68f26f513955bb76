package org.jackfield.engine.error;

/** Whose fault an error is; it decides whether the caller should change the request, wait, or ask us. */
public enum ErrorClass {
    /** The request is wrong; sending it again will not help. */
    CALLER,
    /** Our defect. */
    OURS,
    /** We are out of something for now; the request was not processed and may be sent again. */
    NO_CAPACITY,
    /** A peer that we depend on failed. */
    REMOTE
}
