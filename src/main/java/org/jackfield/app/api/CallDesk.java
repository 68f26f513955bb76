package org.jackfield.app.api;

import org.jackfield.engine.call.Calls;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.unit.UnitOfWork;
import org.springframework.stereotype.Component;

/** Looks for the call that a path names; what is unknown or foreign is not found. */
@Component
final class CallDesk {

    private final Calls calls;
    private final UnitOfWork unit;

    CallDesk(Calls calls, UnitOfWork unit) {
        this.calls = calls;
        this.unit = unit;
    }

    /** The id of the call in the path, once it is known to be there. */
    String known(Ask ask) {
        String id = ask.path("CallSid");
        return unit.read(() -> calls.find(ask.account(), id))
                .orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND, "no call " + id))
                .id();
    }
}
