package org.jackfield.engine.call;

import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;

/**
 * A call that came in and waits for a decision. {@code to} is the number in E.164 form when the user part is one, else
 * {@code sip:user@host}. {@code domainAccount} is the tenant of the domain that it was sent to; {@code caller} the user
 * who proved himself by digest, as {@code user@domain}; {@code source} the transport address for the log.
 */
public record InboundCall(String leg, String from, String to, Optional<AccountId> domainAccount,
        Optional<String> caller, String source) {}
