package org.jackfield.engine.call.run;

import java.time.Duration;
import org.jackfield.engine.call.Call;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.tenant.FlowAddress;

/** Calls that the API makes and ends. Thread-safe. */
public interface OutboundCalls {

    /**
     * A call to make: it rings {@code to} (E.164, or {@code sip:user@host}) for {@code ringTime}, and runs the flow when it
     * is answered.
     */
    record NewCall(AccountId account, String from, String to, FlowAddress flow, Duration ringTime) {}

    /**
     * Writes the record and dials after the commit.
     *
     * @throws org.jackfield.engine.error.DomainException INVALID_PARAMETER, TOO_MANY_REQUESTS, NODE_DRAINING
     */
    Call create(NewCall call);

    /**
     * Lets a running call go on with another flow: the one that runs is left ({@code call-redirected}), its instructions,
     * legs and work item are ended with it, and the other one starts on the caller's leg; a call that is not answered yet
     * runs it instead of what was planned. When it cannot be started the call goes on as it was, with an event
     * {@code call.redirect-refused}.
     *
     * @throws org.jackfield.engine.error.DomainException NOT_FOUND; ILLEGAL_STATE for a call that is over, and for a leg that
     *         another call dialled
     */
    void redirect(AccountId account, String callId, FlowAddress flow);

    /**
     * Ends a call or one of its legs; nothing happens when it is over.
     *
     * @throws org.jackfield.engine.error.DomainException NOT_FOUND
     */
    void hangUp(AccountId account, String callId);
}
