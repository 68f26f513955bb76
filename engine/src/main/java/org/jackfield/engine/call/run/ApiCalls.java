package org.jackfield.engine.call.run;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.call.Call;
import org.jackfield.engine.call.Call.Parties;
import org.jackfield.engine.call.CallDirection;
import org.jackfield.engine.call.instruction.Addresses;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.tenant.Admission;
import org.jackfield.engine.tenant.FlowAddress;

/** Calls made through the API: the record first, then the leg. */
final class ApiCalls implements OutboundCalls {

    private final CallStores stores;
    private final Admission admission;
    private final MailboxOpener opener;
    private final Home home;
    private final Made made;

    /** Where ids and time come from. */
    record Made(Ids ids, Clock clock) {}

    ApiCalls(CallStores stores, Admission admission, MailboxOpener opener, Home home, Made made) {
        this.stores = stores;
        this.admission = admission;
        this.opener = opener;
        this.home = home;
        this.made = made;
    }

    @Override
    public Call create(NewCall wanted) {
        if (!Addresses.isDialable(wanted.to())) {
            throw new DomainException(ErrorCode.INVALID_PARAMETER,
                    "'To' is neither a number in E.164 form nor sip:user@host");
        }
        Call root = Call.queued(wanted.account(), made.ids().next(IdPrefix.CALL),
                new Parties(CallDirection.OUTBOUND_API, wanted.from(), wanted.to(), Optional.empty()),
                home.placement(), made.clock().instant());
        admit(root);
        try {
            return stores.unit().run(() -> place(root, wanted));
        } catch (RuntimeException notPlaced) {
            admission.release(root.account(), root.id());
            throw notPlaced;
        }
    }

    @Override
    public void redirect(AccountId account, String callId, FlowAddress flow) {
        Call root = find(account, callId);
        if (root.parties().parent().isPresent()) {
            throw new DomainException(ErrorCode.ILLEGAL_STATE, "the leg belongs to the call " + root.root());
        }
        if (root.isOver()) {
            throw new DomainException(ErrorCode.ILLEGAL_STATE, "the call is over");
        }
        opener.deliver(account, callId, new Stimulus.Redirected(flow));
    }

    private Call find(AccountId account, String callId) {
        return stores.unit()
                .read(() -> stores.calls().find(account, callId))
                .orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND, "no call " + callId));
    }

    @Override
    public void hangUp(AccountId account, String callId) {
        Call leg = find(account, callId);
        if (!leg.isOver()) {
            opener.deliver(account, leg.root(), new Stimulus.HangUpAsked(callId));
        }
    }

    private void admit(Call root) {
        switch (admission.admit(root.account(), root.id())) {
            case ADMITTED -> {
            }
            case DRAINING -> throw new DomainException(ErrorCode.NODE_DRAINING, "the node is stopping");
            case ACCOUNT_UNKNOWN, ACCOUNT_SUSPENDED ->
                throw new DomainException(ErrorCode.ACCOUNT_NOT_ACTIVE, "the account is not active");
            case TOO_MANY_CALLS ->
                throw new DomainException(ErrorCode.TOO_MANY_REQUESTS, "the account may have no further call now");
        }
    }

    private Call place(Call root, NewCall wanted) {
        stores.calls().insert(root);
        stores.events().append(CallEvents.of("call.started", root, Map.of("flow", wanted.flow().toString())));
        CallState state = CallState.of(root, Optional.of(wanted.flow()), wanted.ringTime());
        stores.unit().afterCommit(() -> opener.begin(root.id(), () -> Optional.of(state), new Stimulus.Placed()));
        return root;
    }
}
