package org.jackfield.engine.call.instruction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.call.InstructionOutcome.Failed;
import org.jackfield.engine.call.InstructionOutcome.NoInput;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.media.RecordingFile;

/** {@code record}: a tone, then the caller's voice until a key, silence, the limit or the end of the call. */
record RecordVoice(Rules rules, Phase phase, String recording) implements InstructionState {

    static final InstructionKind KIND = new InstructionKind(Definitions.RECORD, RecordVoice::begin);

    /** Silence is noticed a little after it is long enough. */
    private static final Duration SLACK = Duration.ofMillis(500);

    /** What ends the recording. */
    record Rules(Duration maxLength, String finishOnKey, Duration silence, boolean beep) {}

    /** Where it is. */
    enum Phase {
        PREPARING,
        BEEPING,
        RECORDING,
        /** Stopped by a key or the limit; the file is being completed. */
        CLOSING
    }

    private static Step begin(Parameters parameters, Scene scene) {
        Rules rules = new Rules(parameters.duration("maxLength"), parameters.text("finishOnKey"),
                parameters.duration("timeout"), parameters.flag("beep"));
        RecordVoice state = new RecordVoice(rules, Phase.PREPARING, scene.ids().next(IdPrefix.RECORDING));
        return scene.answered() ? state.answered(scene) : Step.to(state, new Action.Answer());
    }

    @Override
    public TypeAhead typeAhead() {
        return TypeAhead.FORGOTTEN;
    }

    @Override
    public Step on(Signal signal, Scene scene) {
        return switch (signal) {
            case Signal.CallAnswered _ when phase == Phase.PREPARING -> answered(scene);
            case Signal.Played played when isBeep(played, scene) -> capture();
            case Signal.Drowned _ when phase == Phase.BEEPING -> capture();
            case Signal.Digit digit when phase == Phase.RECORDING && rules.finishOnKey().indexOf(digit.key()) >= 0 ->
                close();
            case Signal.TimerFired _ when phase == Phase.RECORDING -> close();
            case Signal.Recorded recorded when recorded.recording().equals(recording) -> recorded(recorded.file());
            default -> Step.stay(this);
        };
    }

    private boolean isBeep(Signal.Played played, Scene scene) {
        return phase == Phase.BEEPING && played.playback().equals(scene.playback(1));
    }

    private RecordVoice in(Phase next) {
        return new RecordVoice(rules, next, recording);
    }

    private Step answered(Scene scene) {
        return rules.beep()
                ? Step.to(in(Phase.BEEPING), new Action.Play(scene.playback(1), Tones.BEEP, 1))
                : capture();
    }

    private Step capture() {
        List<Action> actions = new ArrayList<>();
        actions.add(new Action.Capture(recording, Optional.empty(), rules.silence(), Optional.empty()));
        actions.add(new Action.StartTimer("limit", rules.maxLength()));
        return Step.to(in(Phase.RECORDING), actions);
    }

    private Step close() {
        return Step.to(in(Phase.CLOSING), new Action.StopCapture(recording));
    }

    private Step recorded(Optional<RecordingFile> file) {
        if (file.isEmpty()) {
            return Step.end(this, new Failed(ErrorCode.INTERNAL, "the recording could not be written"));
        }
        Duration length = file.get().duration();
        boolean onlySilence = phase == Phase.RECORDING && !rules.silence().isZero()
                && length.compareTo(rules.silence().plus(SLACK)) <= 0;
        return onlySilence
                ? Step.end(this, new NoInput())
                : Step.done(this, Map.of("recording", recording, "duration", length.toSeconds()));
    }
}
