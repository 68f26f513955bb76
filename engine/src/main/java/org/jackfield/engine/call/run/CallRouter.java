package org.jackfield.engine.call.run;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.call.Call;
import org.jackfield.engine.call.Call.Parties;
import org.jackfield.engine.call.CallControl.Refusal;
import org.jackfield.engine.call.CallDirection;
import org.jackfield.engine.call.InboundCall;
import org.jackfield.engine.call.InboundCalls;
import org.jackfield.engine.call.Trace;
import org.jackfield.engine.event.NewEvent;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.tenant.Admission.Verdict;
import org.jackfield.engine.tenant.NumberAssignment;
import org.jackfield.engine.unit.ConflictException;
import org.jackfield.engine.unit.StoreUnavailableException;

/**
 * Decides what an inbound call runs. The call gets its mailbox at once, so that a caller who gives up during the look-ups is
 * noticed; a call that is delivered twice finds the mailbox there.
 */
final class CallRouter implements InboundCalls {

    private static final Logger LOG = System.getLogger(CallRouter.class.getName());

    private final CallStores stores;
    private final Neighbours neighbours;
    private final Here here;
    private final MailboxOpener opener;

    /** This node, its time, and where what it did is counted. */
    record Here(Home home, Clock clock, CallTally tally) {}

    CallRouter(CallStores stores, Neighbours neighbours, Here here, MailboxOpener opener) {
        this.stores = stores;
        this.neighbours = neighbours;
        this.here = here;
        this.opener = opener;
    }

    @Override
    public void offer(InboundCall call) {
        opener.begin(call.leg(), () -> route(call), new Stimulus.Arrived());
    }

    private Optional<CallState> route(InboundCall call) {
        try {
            Optional<NumberAssignment> number = neighbours.numbers().find(call.to());
            if (number.isEmpty()) {
                refuse(call, call.domainAccount(), Refusal.NOT_FOUND, "not-found");
                return Optional.empty();
            }
            return admit(call, number.get());
        } catch (StoreUnavailableException | ConflictException away) {
            LOG.log(Level.WARNING, "call {0} refused: {1}", call.leg(), away.getMessage());
            here.tally().refused();
            neighbours.control().refuse(call.leg(), Refusal.NO_CAPACITY);
            return Optional.empty();
        } catch (RuntimeException defect) {
            LOG.log(Level.ERROR, "call " + call.leg() + " could not be routed", defect);
            neighbours.control().refuse(call.leg(), Refusal.DECLINED);
            return Optional.empty();
        }
    }

    private Optional<CallState> admit(InboundCall call, NumberAssignment number) {
        Verdict verdict = neighbours.admission().admit(number.account(), call.leg());
        switch (verdict) {
            case ADMITTED -> {
                Call root = Call.queued(number.account(), call.leg(),
                        new Parties(CallDirection.INBOUND, call.from(), call.to(), Optional.empty()),
                        here.home().placement(call.dialog()), here.clock().instant());
                return Optional
                        .of(CallState.of(root.ringing().orElse(root), Optional.of(number.voice()), Duration.ZERO));
            }
            case ACCOUNT_UNKNOWN -> refuse(call, Optional.empty(), Refusal.NOT_FOUND, "account-unknown");
            case ACCOUNT_SUSPENDED ->
                refuse(call, Optional.of(number.account()), Refusal.FORBIDDEN, "account-suspended");
            case TOO_MANY_CALLS -> refuse(call, Optional.of(number.account()), Refusal.NO_CAPACITY, "too-many-calls");
            case DRAINING -> refuse(call, Optional.of(number.account()), Refusal.NO_CAPACITY, "draining");
        }
        return Optional.empty();
    }

    private void refuse(InboundCall call, Optional<AccountId> account, Refusal why, String cause) {
        neighbours.control().refuse(call.leg(), why);
        here.tally().refused();
        try (Trace.Scope _ = new Trace(account.map(AccountId::value).orElse(""), call.leg()).enter()) {
            LOG.log(Level.INFO, "call {0} from {1} refused: {2}", call.leg(), call.source(), cause);
        }
        account.ifPresent(owner -> stores.unit()
                .run(() -> stores.events()
                        .append(new NewEvent(owner, call.leg(), "call.refused",
                                Map.of("call", call.leg(), "from", call.from(), "to", call.to(), "cause", cause)))));
    }
}
