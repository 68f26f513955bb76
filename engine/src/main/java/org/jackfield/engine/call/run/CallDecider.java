package org.jackfield.engine.call.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.call.Call;
import org.jackfield.engine.call.CallControl.Refusal;
import org.jackfield.engine.call.EndCause;
import org.jackfield.engine.call.InstructionDesk.Failure;
import org.jackfield.engine.call.InstructionOutcome.Failed;
import org.jackfield.engine.call.instruction.InstructionCatalog;
import org.jackfield.engine.call.run.CallState.Flow.Phase;
import org.jackfield.engine.call.run.CallState.Leg;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.tenant.FlowAddress;

/**
 * What a stimulus means for a call. Pure but for the new ids that it takes: the same handler can run again on the same state
 * after a conflict.
 */
final class CallDecider {

    private final InstructionDecider instructions;
    private final LegDecider legs;

    CallDecider(InstructionCatalog catalog, Ids ids) {
        instructions = new InstructionDecider(catalog, ids);
        legs = new LegDecider(instructions);
    }

    CallStep decide(CallState state, Stimulus stimulus, Instant now) {
        Draft draft = new Draft(state, now);
        switch (stimulus) {
            case Stimulus.Arrived _ -> arrived(draft);
            case Stimulus.Placed _ -> draft.effects.add(new Effect.DialLeg(draft.root, draft.flow.ringTime()));
            case Stimulus.LegHeard heard -> legs.heard(draft, heard.leg(), heard.event());
            case Stimulus.Issued issued -> instructions.issued(draft, issued.instruction());
            case Stimulus.Missed missed -> instructions.issued(draft, missed.instruction());
            case Stimulus.Withdrawn withdrawn -> instructions.withdrawn(draft, withdrawn.instruction());
            case Stimulus.ForInstruction one -> instructions.signal(draft, one.instruction(), one.signal());
            case Stimulus.AboutWork work -> instructions.aboutWork(draft, work.workItem(), work.signal());
            case Stimulus.FlowStarted started -> flowStarted(draft, started.root());
            case Stimulus.FlowEnded ended -> flowEnded(draft, ended.processInstance());
            case Stimulus.FlowFailed failed -> flowFailed(draft, failed.failure());
            case Stimulus.Redirected redirected -> redirected(draft, redirected.flow());
            case Stimulus.HangUpAsked asked -> hangUp(draft, asked.leg());
            case Stimulus.RecordingsOverdue _ -> legs.overdue(draft);
        }
        return draft.toStep();
    }

    /**
     * What follows when the step for the stimulus cannot be written: the instruction fails; a call that cannot be redirected
     * goes on with its flow; a flow that cannot be started or resumed ends its call.
     */
    CallStep failed(CallState state, Stimulus stimulus, Failed failure, Instant now) {
        Draft draft = new Draft(state, now);
        switch (stimulus) {
            case Stimulus.Issued issued -> draft.write(new Change.Complete(issued.instruction(), failure));
            case Stimulus.Missed missed -> draft.write(new Change.Complete(missed.instruction(), failure));
            case Stimulus.Arrived _ -> {
                draft.root.failed(EndCause.LOCAL, now).ifPresent(call -> {
                    draft.root = call;
                    draft.write(new Change.InsertCall(call));
                    draft.events.add(CallEvents.of("call.received", state.root()));
                    draft.events.add(CallEvents.of("call.failed", call,
                            Map.of("code", failure.code().name(), "detail", failure.detail())));
                });
                draft.effects.add(new Effect.Refuse(
                        failure.code() == ErrorCode.FLOW_NOT_FOUND ? Refusal.NOT_FOUND : Refusal.DECLINED));
                draft.effects.add(new Effect.ReleasePlace());
            }
            case Stimulus.Redirected redirected -> draft.events.add(CallEvents.of("call.redirect-refused", draft.root,
                    Map.of("flow", redirected.flow().toString(), "code", failure.code().name(), "detail",
                            failure.detail())));
            default -> CallEnding.byFailure(draft, instructions);
        }
        return draft.toStep();
    }

    /**
     * When even that cannot be written, or another node ended the call: the legs are ended here, and the records with them
     * if they are still ours; nobody else is asked.
     */
    CallStep tornDown(CallState state, Instant now) {
        Draft draft = new Draft(state, now);
        boolean ours = !draft.root.isOver();
        draft.running.clear();
        draft.takes.clear();
        draft.flow = draft.flow.in(Phase.ENDED);
        draft.effects.add(new Effect.HangUp(draft.root.id()));
        draft.effects.add(new Effect.ReleasePlace());
        for (Leg leg : List.copyOf(draft.legs.values())) {
            draft.effects.add(new Effect.HangUp(leg.call().id()));
            leg.call().failed(EndCause.LOCAL, now).filter(_ -> ours).ifPresent(call -> draft.updateLeg(leg, call));
        }
        draft.legs.clear();
        draft.root.failed(EndCause.LOCAL, now).ifPresent(call -> {
            draft.updateRoot(call);
            draft.events.add(CallEvents.ended(call));
        });
        return draft.toStep();
    }

    private static void arrived(Draft draft) {
        draft.events.add(CallEvents.of("call.received", draft.root));
        draft.events.add(CallEvents.of("call.started", draft.root,
                Map.of("flow", draft.flow.wanted().orElseThrow().toString())));
        draft.effects.add(new Effect.RingCaller());
        LegDecider.startFlow(draft, draft.flow.wanted().orElseThrow(), true);
    }

    private static void flowStarted(Draft draft, Call root) {
        draft.root = root;
        draft.flow = draft.flow.in(Phase.RUNNING);
    }

    private static void redirected(Draft draft, FlowAddress flow) {
        Phase phase = draft.flow.phase();
        if (draft.root.isOver() || phase == Phase.HUNG_UP || phase == Phase.ENDED) {
            return;
        }
        draft.ear = draft.ear.typed("");
        draft.events.add(CallEvents.of("call.redirected", draft.root, Map.of("flow", flow.toString())));
        if (phase == Phase.NONE) {
            draft.flow = draft.flow.to(flow);
        } else {
            draft.write(new Change.LeaveFlow(draft.root));
            LegDecider.startFlow(draft, flow, false);
        }
    }

    /** What was said by an instance that the call has left concerns it no more. */
    private static boolean isLeft(Draft draft, String processInstance) {
        return draft.root.run().processInstance().filter(other -> !other.equals(processInstance)).isPresent();
    }

    private static void flowEnded(Draft draft, String processInstance) {
        if (isLeft(draft, processInstance)) {
            return;
        }
        draft.flow = draft.flow.in(Phase.ENDED);
        if (!draft.root.isOver()) {
            draft.effects.add(new Effect.HangUp(draft.root.id()));
        }
    }

    private void flowFailed(Draft draft, Failure failed) {
        if (isLeft(draft, failed.processInstance())) {
            return;
        }
        Optional<Call> before = Optional.of(draft.root).filter(root -> !root.isOver());
        CallEnding.byFailure(draft, instructions);
        before.ifPresent(_ -> draft.events.replaceAll(event -> event.type().equals("call.failed")
                ? CallEvents.of("call.failed", draft.root,
                        Map.of("element", failed.element(), "detail", failed.detail()))
                : event));
    }

    private static void hangUp(Draft draft, String leg) {
        boolean up = draft.isRoot(leg) ? !draft.root.isOver() : draft.legs.containsKey(leg);
        if (up) {
            draft.effects.add(new Effect.HangUp(leg));
        }
    }
}
