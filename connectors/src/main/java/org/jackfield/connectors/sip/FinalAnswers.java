package org.jackfield.connectors.sip;

import org.jackfield.engine.call.CallControl.Refusal;
import org.jackfield.engine.call.EndCause;

/** What final SIP answers (RFC 3261, section 21) mean to the engine, and the other way. */
final class FinalAnswers {

    /** Seconds after which a refused caller may try again. */
    static final int RETRY_AFTER = 5;
    /** Stands for no answer at all. */
    static final int NOBODY = 599;

    private FinalAnswers() {}

    static EndCause cause(int status) {
        return switch (status) {
            case 486, 600 -> EndCause.BUSY;
            case 408, 480 -> EndCause.NO_ANSWER;
            case 404, 410, 484, 604 -> EndCause.NOT_FOUND;
            case 403, 603 -> EndCause.REJECTED;
            default -> EndCause.UNREACHABLE;
        };
    }

    static int status(Refusal why) {
        return switch (why) {
            case NOT_FOUND -> 404;
            case BUSY -> 486;
            case DECLINED -> 603;
            case NO_CAPACITY -> 503;
            case FORBIDDEN -> 403;
        };
    }

    /** The answer of several that says most (RFC 3261, section 16.7, step 6): busy, then 6xx, then the lowest. */
    static int best(int first, int second) {
        return rank(first) <= rank(second) ? first : second;
    }

    private static int rank(int status) {
        if (cause(status) == EndCause.BUSY) {
            return 0;
        }
        return status >= 600 ? 1 : status;
    }
}
