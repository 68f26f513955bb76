package org.jackfield.engine.call.instruction;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.call.EndCause;
import org.jackfield.engine.call.InstructionOutcome;
import org.jackfield.engine.call.InstructionOutcome.Busy;
import org.jackfield.engine.call.InstructionOutcome.Failed;
import org.jackfield.engine.call.InstructionOutcome.NoAnswer;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.id.IdPrefix;

/**
 * {@code dial}: rings somebody, then connects the caller until one of them hangs up or the limit is reached. A caller who
 * was not answered yet hears his own network ring, and is answered when the called party answers.
 */
record Dial(String leg, Duration timeLimit, boolean record, Phase phase, Optional<Instant> since)
        implements
            InstructionState {

    static final InstructionKind KIND = new InstructionKind(Definitions.DIAL, Dial::begin);

    private static final String LIMIT = "limit";

    /** Where it is. */
    enum Phase {
        RINGING,
        /** The called party answered; the caller is being answered. */
        ANSWERING,
        TALKING
    }

    private static Step begin(Parameters parameters, Scene scene) {
        String to = parameters.text("to").strip();
        if (!Addresses.isDialable(to)) {
            throw parameters.wrong("to", "is neither a number in E.164 form nor sip:user@host");
        }
        String from = parameters.find("from").filter(text -> !text.isBlank()).orElse(scene.caller().parties().to());
        Dial state = new Dial(scene.ids().next(IdPrefix.CALL), parameters.duration("timeLimit"),
                parameters.flag("record"), Phase.RINGING, Optional.empty());
        return Step.to(state, new Action.DialLeg(state.leg(), from, to, parameters.duration("timeout")),
                scene.answered() ? new Action.Play(scene.playback(1), Tones.RINGING, 0) : new Action.Ring());
    }

    @Override
    public TypeAhead typeAhead() {
        return TypeAhead.FORGOTTEN;
    }

    @Override
    public Step on(Signal signal, Scene scene) {
        return switch (signal) {
            case Signal.LegAnswered answered when isMine(answered.leg()) -> calledAnswered(scene);
            case Signal.CallAnswered _ when phase == Phase.ANSWERING -> connect(scene);
            case Signal.LegEnded ended when isMine(ended.leg()) -> calledEnded(ended.cause(), scene);
            case Signal.TimerFired fired when fired.timer().equals(LIMIT) ->
                Step.end(this, completed(scene), new Action.Disconnect());
            default -> Step.stay(this);
        };
    }

    private boolean isMine(String other) {
        return leg.equals(other);
    }

    private Step calledAnswered(Scene scene) {
        return scene.answered()
                ? connect(scene)
                : Step.to(new Dial(leg, timeLimit, record, Phase.ANSWERING, since), new Action.Answer());
    }

    private Step connect(Scene scene) {
        List<Action> actions = new ArrayList<>();
        actions.add(new Action.Connect(leg));
        actions.add(new Action.StartTimer(LIMIT, timeLimit));
        if (record) {
            actions.add(new Action.Capture(scene.ids().next(IdPrefix.RECORDING), Optional.of(leg), Duration.ZERO,
                    Optional.empty()));
        }
        return Step.to(new Dial(leg, timeLimit, record, Phase.TALKING, Optional.of(scene.now())), actions);
    }

    private Step calledEnded(EndCause cause, Scene scene) {
        return switch (phase) {
            case TALKING -> Step.end(this, completed(scene), new Action.Disconnect());
            case ANSWERING -> Step.end(this, new Failed(ErrorCode.PEER_UNREACHABLE, "the called party hung up"));
            case RINGING -> Step.end(this, unanswered(cause));
        };
    }

    private InstructionOutcome completed(Scene scene) {
        long seconds = since.map(start -> Duration.between(start, scene.now()).toSeconds()).orElse(0L);
        return new InstructionOutcome.Done(Map.of("status", "completed", "duration", seconds, "leg", leg));
    }

    private static InstructionOutcome unanswered(EndCause cause) {
        return switch (cause) {
            case BUSY, REJECTED -> new Busy();
            case NO_ANSWER, CANCELLED -> new NoAnswer();
            case NOT_FOUND -> new Failed(ErrorCode.NOT_FOUND, "the called address is unknown");
            case NO_CAPACITY -> new Failed(ErrorCode.NO_MEDIA_PORT, "no capacity for another leg");
            case HUNG_UP, LOCAL, UNREACHABLE, MEDIA_LOST, NODE_LOST ->
                new Failed(ErrorCode.PEER_UNREACHABLE, "the called party was not reached");
        };
    }
}
