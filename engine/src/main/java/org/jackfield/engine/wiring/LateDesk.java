package org.jackfield.engine.wiring;

import java.util.function.Supplier;
import org.jackfield.engine.call.InstructionDesk;
import org.jackfield.engine.call.run.CallEngine;
import org.jackfield.engine.tenant.AccountId;

/** The desk of an engine that is made later. */
record LateDesk(Supplier<CallEngine> engine) implements InstructionDesk {

    @Override
    public String issue(Request request) {
        return desk().issue(request);
    }

    @Override
    public void withdraw(AccountId account, String instructionId) {
        desk().withdraw(account, instructionId);
    }

    @Override
    public void flowEnded(AccountId account, String callId, Ending ending) {
        desk().flowEnded(account, callId, ending);
    }

    @Override
    public void flowFailed(AccountId account, String callId, Failure failure) {
        desk().flowFailed(account, callId, failure);
    }

    private InstructionDesk desk() {
        return engine.get().instructionDesk();
    }
}
