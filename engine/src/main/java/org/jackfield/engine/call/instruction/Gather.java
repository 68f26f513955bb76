package org.jackfield.engine.call.instruction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.call.InstructionOutcome;
import org.jackfield.engine.call.InstructionOutcome.Failed;
import org.jackfield.engine.call.InstructionOutcome.NoInput;
import org.jackfield.engine.call.InstructionOutcome.TimedOut;
import org.jackfield.engine.media.Sound;

/**
 * {@code gather}: prompts, then collects digits. The wait for a digit begins when the prompt is over; a digit that
 * interrupts the prompt counts as the first one, and one that was typed ahead leaves the prompt out (VoiceXML 2.0, section
 * 4.1.8). A prompt that cannot be interrupted forgets what was pressed before its end. A finishing key that was typed ahead
 * of any digit belongs to the input before this one. Digits need no transaction: they live here until the input is complete.
 */
record Gather(Rules rules, Phase phase, Optional<Sound> prompt, String digits) implements InstructionState {

    static final InstructionKind KIND = new InstructionKind(Definitions.GATHER, Gather::begin);

    private static final String TOTAL = "total";

    /** What completes the input. */
    record Rules(int numDigits, String finishOnKey, Duration timeout, Optional<Duration> total, boolean bargeIn) {

        /** So that a phone that presses for ever cannot fill the heap. */
        private static final int MOST_DIGITS = 256;

        static Rules of(Parameters parameters) {
            int wanted = parameters.findInteger("numDigits").filter(number -> number > 0).orElse(MOST_DIGITS);
            return new Rules(Math.min(wanted, MOST_DIGITS), parameters.text("finishOnKey"),
                    parameters.duration("timeout"), parameters.findDuration("totalTimeout"),
                    parameters.flag("bargeIn"));
        }

        boolean finishes(char key) {
            return finishOnKey.indexOf(key) >= 0;
        }
    }

    /** Where it is. */
    enum Phase {
        /** The call is not answered or the prompt is not there yet. */
        PREPARING,
        PROMPTING,
        COLLECTING
    }

    private static Step begin(Parameters parameters, Scene scene) {
        Rules rules = Rules.of(parameters);
        List<Action> actions = new ArrayList<>();
        if (!scene.answered()) {
            actions.add(new Action.Answer());
        }
        rules.total().ifPresent(total -> actions.add(new Action.StartTimer(TOTAL, total)));
        Gather state = new Gather(rules, Phase.PREPARING, Optional.empty(), "");
        if (!parameters.text("text").isBlank()) {
            actions.add(new Action.Speak(PlaySound.utterance(parameters)));
        } else if (!parameters.text("url").isBlank()) {
            actions.add(new Action.Fetch(parameters.text("url")));
        } else {
            state = state.with(Sound.of(new short[0]));
            actions.addAll(state.prepared(scene).actions());
            state = (Gather) state.prepared(scene).next();
        }
        return Step.to(state, actions);
    }

    @Override
    public Step on(Signal signal, Scene scene) {
        return switch (signal) {
            case Signal.SoundReady ready -> with(ready.sound()).prepared(scene);
            case Signal.CallAnswered _ -> prepared(scene);
            case Signal.SoundFailed failed -> Step.end(this, new Failed(failed.code(), failed.detail()));
            case Signal.Played played when played.playback().equals(scene.playback(1)) -> promptOver();
            case Signal.Drowned _ -> promptOver();
            case Signal.Digit digit -> pressed(digit.key());
            case Signal.Typed typed when digits.isEmpty() && rules.finishes(typed.key()) -> Step.stay(this);
            case Signal.Typed typed -> pressed(typed.key());
            case Signal.TimerFired fired when fired.timer().equals(TOTAL) -> Step.end(this, new TimedOut());
            case Signal.TimerFired fired when fired.timer().equals(timer()) -> waitedForDigit();
            default -> Step.stay(this);
        };
    }

    @Override
    public TypeAhead typeAhead() {
        return rules.bargeIn() || phase == Phase.COLLECTING ? TypeAhead.TAKEN : TypeAhead.FORGOTTEN;
    }

    private Gather with(Sound sound) {
        return new Gather(rules, phase, Optional.of(sound), digits);
    }

    private Gather in(Phase next) {
        return new Gather(rules, next, prompt, digits);
    }

    private Step prepared(Scene scene) {
        if (phase != Phase.PREPARING || prompt.isEmpty() || !scene.answered()) {
            return Step.stay(this);
        }
        return prompt.get().length() == 0
                ? collect()
                : Step.to(in(Phase.PROMPTING), new Action.Play(scene.playback(1), prompt.get(), 1));
    }

    private Step promptOver() {
        return phase == Phase.PROMPTING ? collect() : Step.stay(this);
    }

    private Step collect() {
        Gather next = in(Phase.COLLECTING);
        return Step.to(next, new Action.StartTimer(next.timer(), rules.timeout()));
    }

    /** A name for each wait: one that ran off in the moment of the digit means nothing any more. */
    private String timer() {
        return "digit-" + digits.length();
    }

    private Step pressed(char key) {
        if (typeAhead() == TypeAhead.FORGOTTEN) {
            return Step.stay(this);
        }
        List<Action> actions = new ArrayList<>();
        switch (phase) {
            case PREPARING -> {
            }
            case PROMPTING -> actions.add(new Action.StopPlaying());
            case COLLECTING -> actions.add(new Action.StopTimer(timer()));
        }
        if (rules.finishes(key)) {
            return new Step(this, actions, Optional.of(digits.isEmpty() ? new NoInput() : result("finish-key")));
        }
        Gather next = new Gather(rules, Phase.COLLECTING, prompt, digits + key);
        if (next.digits().length() >= rules.numDigits()) {
            return new Step(next, actions, Optional.of(next.result("complete")));
        }
        actions.add(new Action.StartTimer(next.timer(), rules.timeout()));
        return Step.to(next, actions);
    }

    private Step waitedForDigit() {
        return Step.end(this, digits.isEmpty() ? new NoInput() : result("timeout"));
    }

    private InstructionOutcome result(String reason) {
        return new InstructionOutcome.Done(Map.of("digits", digits, "reason", reason));
    }
}
