package org.jackfield.engine.call.instruction;

import java.util.Map;

/** {@code pause}: lets time pass. */
record Pause() implements InstructionState {

    static final InstructionKind KIND = new InstructionKind(Definitions.PAUSE,
            (parameters, _) -> Step.to(new Pause(), new Action.StartTimer("end", parameters.duration("length"))));

    @Override
    public Step on(Signal signal, Scene scene) {
        return signal instanceof Signal.TimerFired ? Step.done(this, Map.of()) : Step.stay(this);
    }
}
