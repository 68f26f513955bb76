package org.jackfield.engine.call.run;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.call.Call;
import org.jackfield.engine.call.LegEvent;
import org.jackfield.engine.call.Recording;
import org.jackfield.engine.call.instruction.Signal;
import org.jackfield.engine.call.run.CallState.Flow.Phase;
import org.jackfield.engine.call.run.CallState.Leg;
import org.jackfield.engine.call.run.CallState.Take;
import org.jackfield.engine.media.RecordingFile;
import org.jackfield.engine.tenant.FlowAddress;

/** What legs report: records and events of the legs, signals for the instructions. */
final class LegDecider {

    private final InstructionDecider instructions;

    LegDecider(InstructionDecider instructions) {
        this.instructions = instructions;
    }

    void heard(Draft draft, String id, LegEvent event) {
        if (event instanceof LegEvent.Recorded recorded) {
            recorded(draft, recorded);
        } else if (draft.isRoot(id)) {
            root(draft, event);
        } else {
            Leg leg = draft.legs.get(id);
            if (leg != null) {
                other(draft, leg, event);
            }
        }
    }

    private void root(Draft draft, LegEvent event) {
        switch (event) {
            case LegEvent.Ringing _ -> draft.root.ringing().ifPresent(call -> {
                draft.updateRoot(call);
                draft.events.add(CallEvents.of("call.ringing", call));
            });
            case LegEvent.Answered answered -> rootAnswered(draft, answered);
            case LegEvent.Digit digit -> instructions.pressed(draft, digit.digit());
            case LegEvent.Played played -> played(draft, played.playback());
            case LegEvent.Held _ -> draft.events.add(CallEvents.of("call.held", draft.root));
            case LegEvent.Resumed _ -> draft.events.add(CallEvents.of("call.resumed", draft.root));
            case LegEvent.Ended ended -> CallEnding.ofRoot(draft, ended.cause(), instructions);
            case LegEvent.Recorded _ -> throw new IllegalArgumentException("a recording belongs to no leg");
        }
    }

    private void rootAnswered(Draft draft, LegEvent.Answered answered) {
        draft.root.answered(draft.now, answered.dialog()).ifPresent(call -> {
            draft.updateRoot(call);
            draft.events.add(CallEvents.of("call.answered", call));
            draft.effects.add(new Effect.Confirm(call.id()));
            if (draft.flow.phase() == Phase.NONE) {
                draft.flow.wanted().ifPresent(flow -> startFlow(draft, flow, false));
            }
            instructions.signalAll(draft, new Signal.CallAnswered());
        });
    }

    /** Starts the flow in this step's transaction; what it started as comes back as a stimulus. */
    static void startFlow(Draft draft, FlowAddress flow, boolean insert) {
        draft.write(new Change.StartFlow(draft.root, insert, flow, Map.of("id", draft.root.id(), "from",
                draft.root.parties().from(), "to", draft.root.parties().to(), "direction",
                draft.root.parties().direction().text())));
    }

    private void played(Draft draft, String playback) {
        boolean current = draft.ear.instruction().filter(id -> playback.startsWith(id + "/")).isPresent();
        if (current && !draft.ear.connected()) {
            draft.ear = draft.ear.silent();
        }
        instructions.signalAll(draft, new Signal.Played(playback));
    }

    private void other(Draft draft, Leg leg, LegEvent event) {
        String id = leg.call().id();
        switch (event) {
            case LegEvent.Ringing _ -> moved(draft, leg, leg.call().ringing(), "call.ringing",
                    new Signal.LegRinging(id));
            case LegEvent.Answered answered -> {
                draft.effects.add(new Effect.Confirm(id));
                moved(draft, leg, leg.call().answered(draft.now, answered.dialog()), "call.answered",
                        new Signal.LegAnswered(id));
            }
            case LegEvent.Held _ -> draft.events.add(CallEvents.of("call.held", leg.call()));
            case LegEvent.Resumed _ -> draft.events.add(CallEvents.of("call.resumed", leg.call()));
            case LegEvent.Ended ended -> leg.call().ended(ended.cause(), draft.now).ifPresent(call -> {
                draft.updateLeg(leg, call);
                draft.events.add(CallEvents.ended(call));
                instructions.signal(draft, leg.instruction(), new Signal.LegEnded(id, ended.cause()));
            });
            case LegEvent.Digit _,LegEvent.Played _,LegEvent.Recorded _ -> {
            }
        }
    }

    private void moved(Draft draft, Leg leg, Optional<Call> after, String type, Signal signal) {
        after.ifPresent(call -> {
            draft.updateLeg(leg, call);
            draft.events.add(CallEvents.of(type, call));
            instructions.signal(draft, leg.instruction(), signal);
        });
    }

    private void recorded(Draft draft, LegEvent.Recorded recorded) {
        Take take = draft.takes.remove(recorded.recording());
        if (take == null) {
            return;
        }
        Recording row = row(draft, recorded.recording(), take, recorded.file());
        draft.write(new Change.SaveRecording(row));
        draft.events.add(CallEvents.recorded(row));
        instructions.signal(draft, take.instruction(), new Signal.Recorded(recorded.recording(), recorded.file()));
    }

    /** The recordings that never became complete. */
    void overdue(Draft draft) {
        draft.takes.forEach((id, take) -> {
            Recording row = row(draft, id, take, Optional.empty());
            draft.write(new Change.SaveRecording(row));
            draft.events.add(CallEvents.recorded(row));
        });
        draft.takes.clear();
    }

    private static Recording row(Draft draft, String id, Take take, Optional<RecordingFile> file) {
        return new Recording(draft.root.account(), id, draft.root.id(), take.workItem(),
                file.isPresent() ? Recording.Status.COMPLETED : Recording.Status.FAILED,
                file.map(written -> written.file().getFileName().toString()).orElse(id + ".wav"),
                file.map(RecordingFile::duration).orElse(Duration.ZERO), file.map(RecordingFile::channels).orElse(0),
                take.started());
    }
}
