package org.jackfield.engine.call.instruction;

import java.util.Locale;
import java.util.Map;

/** {@code hangUp}: done as soon as it is asked; the flow goes on without the caller. */
record HangUp() implements InstructionState {

    static final InstructionKind KIND = new InstructionKind(Definitions.HANG_UP,
            (parameters, _) -> Step.done(new HangUp(), Map.of(), new Action.EndCall(
                    HangUpReason.valueOf(parameters.text("reason").toUpperCase(Locale.ROOT)))));

    @Override
    public Step on(Signal signal, Scene scene) {
        return Step.stay(this);
    }
}
