package org.jackfield.engine.call;

import java.util.Optional;
import org.jackfield.engine.call.LegEvent.DialogIdentity;
import org.jackfield.engine.tenant.AccountId;

/**
 * A call that came in and waits for a decision. {@code to} is the number in E.164 form when the user part is one, else
 * {@code sip:user@host}. {@code domainAccount} is the tenant of the domain that it was sent to; {@code caller} the user
 * who proved himself by digest, as {@code user@domain}; {@code source} the transport address for the log; {@code dialog}
 * identifies the leg to the peer across a restart, from before the answer on: the power may go between our answer and its record.
 */
public record InboundCall(String leg, String from, String to, Optional<AccountId> domainAccount,
        Optional<String> caller, String source, Optional<DialogIdentity> dialog) {

    /** A call of a network that needs no such identity. */
    public InboundCall(String leg, String from, String to, Optional<AccountId> domainAccount, Optional<String> caller,
            String source) {
        this(leg, from, to, domainAccount, caller, source, Optional.empty());
    }
}
