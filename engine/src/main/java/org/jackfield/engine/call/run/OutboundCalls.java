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
     * Ends a call or one of its legs; nothing happens when it is over.
     *
     * @throws org.jackfield.engine.error.DomainException NOT_FOUND
     */
    void hangUp(AccountId account, String callId);
}
