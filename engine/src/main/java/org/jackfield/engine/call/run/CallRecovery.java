package org.jackfield.engine.call.run;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jackfield.engine.call.Call;
import org.jackfield.engine.call.DanglingDialogs;
import org.jackfield.engine.call.EndCause;
import org.jackfield.engine.call.Instruction;
import org.jackfield.engine.call.InstructionOutcome.Lost;
import org.jackfield.engine.node.NodeId;
import org.jackfield.engine.unit.ConflictException;
import org.jackfield.engine.unit.StoreUnavailableException;
import org.jackfield.engine.work.WorkDistribution;
import org.jackfield.engine.work.WorkDistribution.Answer;

/**
 * Ends the calls that a dead node left: records with reason node-lost, instructions with Lost so that the processes see
 * call-lost, waiting work items, recordings, and the peers' legs by BYE. One transaction a call; can be run again at any point.
 */
public final class CallRecovery {

    private static final Logger LOG = System.getLogger(CallRecovery.class.getName());
    private static final int PAGE = 100;
    private static final int MOST_CONFLICTS = 20;

    private final CallStores stores;
    private final Neighbours neighbours;
    private final DanglingDialogs dialogs;
    private final RecordingRecovery recordings;
    private final Clock clock;

    CallRecovery(CallStores stores, Neighbours neighbours, DanglingDialogs dialogs, RecordingRecovery recordings,
            Clock clock) {
        this.stores = stores;
        this.neighbours = neighbours;
        this.dialogs = dialogs;
        this.recordings = recordings;
        this.clock = clock;
    }

    /**
     * Ends what the node left that is over, and what its earlier incarnations left; how many legs there were.
     *
     * @throws org.jackfield.engine.unit.StoreUnavailableException the rest is left: try again
     */
    public int recover(NodeId over) {
        int ended = 0;
        while (true) {
            List<Call> left = stores.unit()
                    .run(() -> stores.calls().leftBehind(over.name(), over.incarnation() + 1, PAGE));
            long done = left.stream().filter(this::end).count();
            ended += (int) done;
            if (left.size() < PAGE || done == 0) {
                recordings.recover(over);
                return ended;
            }
        }
    }

    private boolean end(Call call) {
        try {
            for (int run = 1; run <= MOST_CONFLICTS; run++) {
                if (tryToEnd(call)) {
                    return true;
                }
            }
            LOG.log(Level.ERROR, "call {0} could not be recovered: no end of conflicts", call.id());
            return false;
        } catch (StoreUnavailableException away) {
            throw away;
        } catch (RuntimeException defect) {
            LOG.log(Level.ERROR, "call " + call.id() + " could not be recovered", defect);
            return false;
        }
    }

    /** False on a conflict: a timer of the flow or of the work item was first, or somebody else recovers as well. */
    private boolean tryToEnd(Call left) {
        try {
            stores.unit()
                    .run(() -> stores.calls()
                            .find(left.account(), left.id())
                            .filter(call -> !call.isOver() && call.placement().equals(left.placement()))
                            .ifPresent(this::write));
            return true;
        } catch (ConflictException meanwhile) {
            LOG.log(Level.INFO, "call {0} is recovered again: {1}", left.id(), meanwhile.getMessage());
            return false;
        }
    }

    private void write(Call call) {
        Instant now = clock.instant();
        call.ended(EndCause.NODE_LOST, now).ifPresent(ended -> {
            stores.calls().update(ended);
            stores.events().append(CallEvents.ended(ended));
        });
        if (call.parties().parent().isEmpty()) {
            endWork(call);
            endFlow(call, now);
        }
        call.placement().dialog().ifPresent(dialog -> stores.unit().afterCommit(() -> dialogs.bye(call.id(), dialog)));
    }

    private void endWork(Call call) {
        WorkDistribution work = neighbours.work().get();
        work.findOpenItem(call.account(), call.id()).ifPresent(item -> {
            if (work.cancel(call.account(), item, WorkDistribution.NODE_LOST) == Answer.TOO_LATE) {
                work.wrapUp(call.account(), item, WorkDistribution.NODE_LOST);
            }
        });
    }

    private void endFlow(Call call, Instant now) {
        List<Instruction> open = stores.instructions().open(call.account(), call.id());
        boolean told = false;
        for (Instruction instruction : open) {
            if (stores.instructions().complete(call.account(), instruction.id(), new Lost(), now)) {
                stores.events().append(CallEvents.completed(instruction, new Lost()));
                neighbours.flows().get().resume(instruction, new Lost());
                told = true;
            }
        }
        if (!told) {
            call.run()
                    .processInstance()
                    .ifPresent(
                            instance -> neighbours.flows().get().callEnded(call.account(), instance, new Lost()));
        }
    }
}
