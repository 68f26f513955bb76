package org.jackfield.app.security;

import org.jackfield.engine.error.ErrorCode;

/** The one mapping from our error codes to HTTP status codes (RFC 9110, section 15). */
public final class HttpStatuses {

    private HttpStatuses() {}

    /** The status of an answer that carries the code. */
    public static int of(ErrorCode code) {
        return switch (code) {
            case UNAUTHENTICATED, TOKEN_INVALID, TOKEN_HEADER, TOKEN_ISSUER, TOKEN_EXPIRED, TOKEN_EARLY,
                    TOKEN_SIGNATURE ->
                401;
            case ACCOUNT_NOT_ACTIVE, FORBIDDEN, TOKEN_GRANTS -> 403;
            case NOT_FOUND -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case CONFLICT, NUMBER_TAKEN, ILLEGAL_STATE, INSTRUCTION_REFUSED -> 409;
            case PRECONDITION_FAILED -> 412;
            case TOO_LARGE -> 413;
            case MODEL_INVALID, KEY_REUSED -> 422;
            case TOO_MANY_REQUESTS -> 429;
            default -> byClass(code);
        };
    }

    /** Seconds after which the request may be sent again; 0: that would not help. */
    public static int retryAfter(ErrorCode code) {
        return switch (code.errorClass()) {
            case NO_CAPACITY -> 1;
            case CALLER, OURS, REMOTE -> 0;
        };
    }

    private static int byClass(ErrorCode code) {
        return switch (code.errorClass()) {
            case CALLER -> 400;
            case OURS -> 500;
            case NO_CAPACITY -> 503;
            case REMOTE -> 502;
        };
    }
}
