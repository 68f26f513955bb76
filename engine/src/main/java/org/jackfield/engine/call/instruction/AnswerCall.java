package org.jackfield.engine.call.instruction;

import java.util.Map;

/** {@code answer}: waits until the caller confirmed the answer. */
record AnswerCall() implements InstructionState {

    static final InstructionKind KIND = new InstructionKind(Definitions.ANSWER, (_, scene) -> begin(scene));

    private static Step begin(Scene scene) {
        AnswerCall state = new AnswerCall();
        return scene.answered() ? Step.done(state, Map.of()) : Step.to(state, new Action.Answer());
    }

    @Override
    public Step on(Signal signal, Scene scene) {
        return signal instanceof Signal.CallAnswered ? Step.done(this, Map.of()) : Step.stay(this);
    }
}
