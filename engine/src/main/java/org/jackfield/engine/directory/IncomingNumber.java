package org.jackfield.engine.directory;

import java.time.Instant;
import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.tenant.FlowAddress;
import org.jackfield.engine.tenant.NumberAssignment;

/** A number that an account owns, in E.164 form, and what a call to it runs; nothing yet when the address is empty. */
public record IncomingNumber(AccountId account, String id, String number, String friendlyName,
        Optional<FlowAddress> voice, Instant created, Instant updated) {

    /** What an inbound call finds, when the number has a voice address. */
    public Optional<NumberAssignment> assignment() {
        return voice.map(flow -> new NumberAssignment(account, id, number, flow));
    }
}
