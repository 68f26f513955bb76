package org.jackfield.engine.client;

import org.jackfield.engine.error.ErrorCode;

/** Whether a token is believed. */
sealed interface Verdict {

    /** It is. */
    record Believed(AccessGrant grant) implements Verdict {}

    /** It is not, for that reason. */
    record Refused(ErrorCode code, String detail) implements Verdict {}
}
