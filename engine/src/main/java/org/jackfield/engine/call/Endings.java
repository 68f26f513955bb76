package org.jackfield.engine.call;

import org.jackfield.engine.call.CallStatus.Trigger;

/** Which move of the table an end cause means: the same cause ends an answered leg as completed. */
final class Endings {

    private Endings() {}

    static Trigger trigger(CallStatus status, EndCause cause) {
        if (status == CallStatus.IN_PROGRESS) {
            return Trigger.ENDED;
        }
        return switch (cause) {
            case BUSY -> Trigger.FOUND_BUSY;
            case NO_ANSWER -> Trigger.NOT_ANSWERED;
            case CANCELLED, LOCAL, HUNG_UP -> Trigger.GIVEN_UP;
            case REJECTED, NOT_FOUND, UNREACHABLE, MEDIA_LOST, NO_CAPACITY, NODE_LOST -> Trigger.FAILS;
        };
    }
}
