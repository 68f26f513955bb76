package org.jackfield.engine.call.run;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jackfield.engine.call.Call;
import org.jackfield.engine.call.CallControl.Refusal;
import org.jackfield.engine.call.EndCause;
import org.jackfield.engine.call.Instruction;
import org.jackfield.engine.call.InstructionOutcome.Failed;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.time.Timers;
import org.jackfield.engine.unit.ConflictException;
import org.jackfield.engine.unit.StoreUnavailableException;

/**
 * What all mailboxes share: decides, writes, performs. A conflict runs the same stimulus again; a step that cannot be written
 * for another reason is replaced by one that fails what it was about; an unavailable store is the mailbox's matter.
 */
final class CallWorkshop {

    private static final Logger LOG = System.getLogger(CallWorkshop.class.getName());
    private static final int MOST_CONFLICTS = 20;

    /** The parts, made once. */
    record Parts(CallDecider decider, CallWriter writer, EffectRunner effects, CallMailboxes mailboxes,
            CallTally tally) {}

    /** Where time and threads come from. */
    record Ground(Clock clock, Timers timers, Executor executor) {}

    /** What came of a stimulus. */
    record Worked(CallState next, List<Effect> effects, List<Stimulus> answers) {}

    private final Parts parts;
    private final Ground ground;
    private final CallStores stores;

    CallWorkshop(Parts parts, Ground ground, CallStores stores) {
        this.parts = parts;
        this.ground = ground;
        this.stores = stores;
    }

    Timers timers() {
        return ground.timers();
    }

    Executor executor() {
        return ground.executor();
    }

    void closed(CallMailbox mailbox) {
        parts.mailboxes().closed(mailbox);
    }

    boolean isOpen(Instruction instruction) {
        return stores.unit()
                .read(() -> stores.instructions().open(instruction.account(), instruction.callId()))
                .stream()
                .anyMatch(open -> open.id().equals(instruction.id()));
    }

    /** Decides and writes; throws only {@link StoreUnavailableException}, with nothing changed. */
    Worked work(CallState state, Stimulus stimulus) {
        try {
            return settle(state, stimulus);
        } catch (StoreUnavailableException away) {
            if (stimulus instanceof Stimulus.Arrived) {
                return refused(state);
            }
            throw away;
        } catch (DomainException refused) {
            return fail(state, stimulus, new Failed(refused.code(), String.valueOf(refused.getMessage())));
        } catch (RuntimeException defect) {
            LOG.log(Level.ERROR, "call " + state.root().id() + ": " + stimulus.getClass().getSimpleName() + " failed",
                    defect);
            return fail(state, stimulus, new Failed(ErrorCode.INTERNAL, String.valueOf(defect.getMessage())));
        }
    }

    void perform(CallMailbox mailbox, Worked worked) {
        for (Effect effect : worked.effects()) {
            try {
                parts.effects().run(mailbox, worked.next(), effect);
            } catch (RuntimeException defect) {
                LOG.log(Level.ERROR, "call " + mailbox.callId() + ": effect " + effect.getClass().getSimpleName(),
                        defect);
            }
        }
    }

    private Worked settle(CallState state, Stimulus stimulus) {
        for (int run = 1;; run++) {
            try {
                return write(parts.decider().decide(state, stimulus, ground.clock().instant()));
            } catch (ConflictException conflict) {
                Optional<CallState> overtaken = overtaken(state);
                if (overtaken.isPresent()) {
                    return write(parts.decider().tornDown(overtaken.get(), ground.clock().instant()));
                }
                if (run == MOST_CONFLICTS) {
                    throw new IllegalStateException("no end of conflicts", conflict);
                }
            }
        }
    }

    /** Another node took this one for dead and ended the record: the leg is ended here too, the record stays. */
    private Optional<CallState> overtaken(CallState state) {
        return stores.unit()
                .read(() -> stores.calls().find(state.root().account(), state.root().id()))
                .filter(stored -> stored.isOver() && !state.root().isOver())
                .map(stored -> new CallState(stored, state.flow().in(CallState.Flow.Phase.ENDED), state.legs(),
                        state.running(), state.takes(), state.ear()));
    }

    private Worked write(CallStep step) {
        List<Stimulus> answers = step.isLight() ? List.of() : parts.writer().write(step, ground.clock().instant());
        step.events().forEach(parts.tally()::happened);
        return new Worked(step.next(), step.effects(), answers);
    }

    private Worked fail(CallState state, Stimulus stimulus, Failed failure) {
        try {
            return write(parts.decider().failed(state, stimulus, failure, ground.clock().instant()));
        } catch (StoreUnavailableException away) {
            throw away;
        } catch (RuntimeException defect) {
            LOG.log(Level.ERROR, "call " + state.root().id() + ": torn down", defect);
            return tearDown(state);
        }
    }

    private Worked tearDown(CallState state) {
        CallStep step = parts.decider().tornDown(state, ground.clock().instant());
        try {
            return write(step);
        } catch (StoreUnavailableException away) {
            throw away;
        } catch (RuntimeException defect) {
            LOG.log(Level.ERROR, "call " + state.root().id() + ": its record is left open", defect);
            return new Worked(step.next(), step.effects(), List.of());
        }
    }

    private Worked refused(CallState state) {
        Call root = state.root().failed(EndCause.NO_CAPACITY, ground.clock().instant()).orElse(state.root());
        CallState over = CallState.of(root, Optional.empty(), state.flow().ringTime());
        return new Worked(over, List.of(new Effect.Refuse(Refusal.NO_CAPACITY),
                new Effect.ReleasePlace()), List.of());
    }
}
