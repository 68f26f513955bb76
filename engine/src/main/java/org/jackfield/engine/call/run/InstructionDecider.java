package org.jackfield.engine.call.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jackfield.engine.call.Call;
import org.jackfield.engine.call.Call.Parties;
import org.jackfield.engine.call.Call.Placement;
import org.jackfield.engine.call.CallDirection;
import org.jackfield.engine.call.EndCause;
import org.jackfield.engine.call.Instruction;
import org.jackfield.engine.call.InstructionOutcome;
import org.jackfield.engine.call.InstructionOutcome.Failed;
import org.jackfield.engine.call.InstructionOutcome.HungUp;
import org.jackfield.engine.call.Recording;
import org.jackfield.engine.call.instruction.Action;
import org.jackfield.engine.call.instruction.InstructionCatalog;
import org.jackfield.engine.call.instruction.InstructionState.TypeAhead;
import org.jackfield.engine.call.instruction.Scene;
import org.jackfield.engine.call.instruction.Signal;
import org.jackfield.engine.call.instruction.Step;
import org.jackfield.engine.call.run.CallState.Leg;
import org.jackfield.engine.call.run.CallState.Running;
import org.jackfield.engine.call.run.CallState.Take;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.event.NewEvent;
import org.jackfield.engine.id.Ids;

/** Drives the instructions of a call: begins them, hands them signals, does what they want, ends them. */
final class InstructionDecider {

    private final InstructionCatalog catalog;
    private final Ids ids;

    InstructionDecider(InstructionCatalog catalog, Ids ids) {
        this.catalog = catalog;
        this.ids = ids;
    }

    void issued(Draft draft, Instruction instruction) {
        if (draft.running.containsKey(instruction.id())) {
            return;
        }
        if (draft.root.isOver() && !instruction.name().equals("sendEvent")) {
            EndCause cause = draft.root.endCause().orElse(EndCause.HUNG_UP);
            draft.write(new Change.Complete(instruction, new HungUp(cause)));
            return;
        }
        apply(draft, instruction, begin(draft, instruction));
        typeAhead(draft, instruction.id());
    }

    /** The caller pressed a key: for the instructions that run, or for the next one that takes it. */
    void pressed(Draft draft, char key) {
        boolean kept = draft.running.values()
                .stream()
                .allMatch(running -> running.state().typeAhead() == TypeAhead.KEPT);
        if (kept) {
            draft.ear = draft.ear.typed(draft.ear.typed() + key);
        } else {
            signalAll(draft, new Signal.Digit(key));
        }
    }

    /** What was pressed before reaches the instruction that begins, as far as it wants it. */
    private void typeAhead(Draft draft, String id) {
        Running running = draft.running.get(id);
        while (running != null && !draft.ear.typed().isEmpty() && running.state().typeAhead() != TypeAhead.KEPT) {
            String typed = draft.ear.typed();
            if (running.state().typeAhead() == TypeAhead.TAKEN) {
                draft.ear = draft.ear.typed(typed.substring(1));
                signal(draft, id, new Signal.Typed(typed.charAt(0)));
            } else {
                draft.ear = draft.ear.typed("");
            }
            running = draft.running.get(id);
        }
    }

    private Step begin(Draft draft, Instruction instruction) {
        try {
            return catalog.kind(instruction.name())
                    .orElseThrow(() -> new DomainException(ErrorCode.INVALID_PARAMETER,
                            "no instruction '" + instruction.name() + "'"))
                    .begin(scene(draft, instruction));
        } catch (DomainException refused) {
            return Step.refused(new Failed(refused.code(), String.valueOf(refused.getMessage())));
        }
    }

    /** The element was left: what it began is undone; the row was marked in the transaction that left it. */
    void withdrawn(Draft draft, String id) {
        Running running = draft.running.remove(id);
        if (running != null) {
            abandon(draft, running);
            release(draft, id);
            draft.takes.forEach((recording, take) -> {
                if (take.instruction().equals(id)) {
                    draft.effects.add(new Effect.Tell(id, new Action.StopCapture(recording)));
                }
            });
        }
    }

    void signal(Draft draft, String id, Signal signal) {
        Running running = draft.running.get(id);
        if (running != null) {
            apply(draft, running.instruction(),
                    running.state().on(signal, scene(draft, running.instruction())));
        }
    }

    void signalAll(Draft draft, Signal signal) {
        List.copyOf(draft.running.keySet()).forEach(id -> signal(draft, id, signal));
    }

    /** The signal goes to the instruction that waits with the item; a worker for nobody is sent away. */
    void aboutWork(Draft draft, String workItem, Signal signal) {
        Optional<String> waiting = draft.running.values()
                .stream()
                .filter(running -> running.state().carries(workItem))
                .map(running -> running.instruction().id())
                .findFirst();
        waiting.ifPresent(id -> signal(draft, id, signal));
        if (waiting.isEmpty() && signal instanceof Signal.Offered) {
            draft.write(new Change.Ask("", new Action.CancelWorkItem(workItem, "nobody waits any more")));
        }
    }

    /** The caller's leg is gone: every instruction ends with that, the first one resumes the flow. */
    boolean endAll(Draft draft, InstructionOutcome outcome) {
        List<Running> all = List.copyOf(draft.running.values());
        for (Running running : all) {
            draft.running.remove(running.instruction().id());
            abandon(draft, running);
            complete(draft, running.instruction(), outcome);
        }
        return !all.isEmpty();
    }

    private void abandon(Draft draft, Running running) {
        String id = running.instruction().id();
        running.state()
                .abandon(scene(draft, running.instruction()))
                .forEach(action -> written(draft, id, action));
    }

    private Scene scene(Draft draft, Instruction instruction) {
        return new Scene(instruction, draft.root, draft.now, ids);
    }

    private void apply(Draft draft, Instruction instruction, Step step) {
        draft.running.put(instruction.id(), new Running(instruction, step.next()));
        for (Action action : step.actions()) {
            switch (action) {
                case Action.Written written -> written(draft, instruction.id(), written);
                case Action.Done done -> tell(draft, instruction.id(), done);
            }
        }
        step.outcome().ifPresent(outcome -> {
            draft.running.remove(instruction.id());
            complete(draft, instruction, outcome);
        });
    }

    private void complete(Draft draft, Instruction instruction, InstructionOutcome outcome) {
        draft.write(new Change.Complete(instruction, outcome));
        release(draft, instruction.id());
    }

    private void release(Draft draft, String id) {
        draft.effects.add(new Effect.StopTimers(id));
        if (draft.ear.instruction().filter(id::equals).isPresent()) {
            draft.effects.add(draft.ear.connected() ? new Effect.Unbridge() : new Effect.StopPlaying());
            draft.ear = draft.ear.silent();
        }
        for (Leg leg : draft.legs.values()) {
            if (leg.instruction().equals(id)) {
                draft.effects.add(new Effect.HangUp(leg.call().id()));
            }
        }
    }

    private void written(Draft draft, String id, Action.Written action) {
        switch (action) {
            case Action.Publish publish -> draft.events.add(
                    new NewEvent(draft.root.account(), draft.root.id(), publish.type(), publish.data()));
            case Action.DialLeg dial -> dial(draft, id, dial);
            case Action.EndCall end -> CallEnding.byFlow(draft, end.reason());
            default -> draft.write(new Change.Ask(id, action));
        }
    }

    private static void dial(Draft draft, String id, Action.DialLeg dial) {
        Placement here = new Placement(draft.root.placement().node(), draft.root.placement().incarnation());
        Call leg = Call.queued(draft.root.account(), dial.leg(), new Parties(CallDirection.OUTBOUND_DIAL, dial.from(),
                dial.to(), Optional.of(draft.root.id())), here, draft.now);
        draft.addLeg(leg, id);
        draft.events.add(CallEvents.of("call.started", leg));
        draft.effects.add(new Effect.DialLeg(leg, dial.ringTime()));
    }

    /** The row is there from the first second on: after a crash it says what there was to salvage. */
    private static void capture(Draft draft, String id, Action.Capture capture) {
        draft.takes.put(capture.recording(), new Take(id, capture.workItem(), draft.now));
        draft.write(new Change.SaveRecording(new Recording(draft.root.account(), capture.recording(), draft.root.id(),
                capture.workItem(), Recording.Status.IN_PROGRESS, capture.recording() + ".wav", Duration.ZERO,
                capture.otherLeg().isPresent() ? 2 : 1, draft.now)));
    }

    private void tell(Draft draft, String id, Action.Done action) {
        Optional<String> drowned = switch (action) {
            case Action.Play _ -> draft.listenTo(id, false);
            case Action.Connect _ -> draft.listenTo(id, true);
            default -> Optional.empty();
        };
        switch (action) {
            case Action.Capture capture -> capture(draft, id, capture);
            case Action.StopPlaying _,Action.Disconnect _ -> draft.ear = draft.ear.silent();
            default -> {
            }
        }
        draft.effects.add(new Effect.Tell(id, action));
        drowned.ifPresent(other -> signal(draft, other, new Signal.Drowned()));
    }
}
