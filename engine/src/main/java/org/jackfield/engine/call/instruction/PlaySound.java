package org.jackfield.engine.call.instruction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.call.InstructionOutcome.Failed;
import org.jackfield.engine.media.Sound;
import org.jackfield.engine.media.SpeechSynthesizer.Utterance;

/** {@code say} and {@code play}: gets the sound while the call is being answered, then plays it to the end. */
record PlaySound(int loops, Optional<Sound> sound) implements InstructionState {

    static final InstructionKind SAY = new InstructionKind(Definitions.SAY, (parameters, scene) -> begin(parameters,
            scene, new Action.Speak(utterance(parameters))));

    static final InstructionKind PLAY = new InstructionKind(Definitions.PLAY,
            (parameters, scene) -> begin(parameters, scene, new Action.Fetch(parameters.text("url"))));

    static Utterance utterance(Parameters parameters) {
        return new Utterance(parameters.text("text"), parameters.text("language"), parameters.text("voice"));
    }

    private static Step begin(Parameters parameters, Scene scene, Action getSound) {
        List<Action> actions = new ArrayList<>();
        if (!scene.answered()) {
            actions.add(new Action.Answer());
        }
        actions.add(getSound);
        return Step.to(new PlaySound(parameters.integer("loop"), Optional.empty()), actions);
    }

    @Override
    public Step on(Signal signal, Scene scene) {
        return switch (signal) {
            case Signal.SoundReady ready -> new PlaySound(loops, Optional.of(ready.sound())).playWhenAnswered(scene);
            case Signal.CallAnswered _ -> playWhenAnswered(scene);
            case Signal.SoundFailed failed -> Step.end(this, new Failed(failed.code(), failed.detail()));
            case Signal.Played played when played.playback().equals(scene.playback(1)) -> Step.done(this, Map.of());
            case Signal.Drowned _ -> Step.done(this, Map.of());
            default -> Step.stay(this);
        };
    }

    private Step playWhenAnswered(Scene scene) {
        return sound.isPresent() && scene.answered()
                ? Step.to(this, new Action.Play(scene.playback(1), sound.get(), loops))
                : Step.stay(this);
    }
}
