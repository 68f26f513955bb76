package org.jackfield.engine.call;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;

/** The instruction rows. Writes join the open unit of work. Thread-safe. */
public interface Instructions {

    void insert(Instruction instruction, Instant now);

    /** Writes the outcome where there is none yet; false when another outcome or a withdrawal was first. */
    boolean complete(AccountId account, String id, InstructionOutcome outcome, Instant now);

    /** Marks the row as withdrawn where it has no outcome yet; the instruction, or empty when it was too late. */
    Optional<Instruction> withdraw(AccountId account, String id, Instant now);

    /** The call's instructions without an outcome, oldest first. */
    List<Instruction> open(AccountId account, String callId);

    /** Open instructions of calls that the node holds, issued before the instant: at most {@code limit}, oldest first. */
    List<Instruction> openOn(String node, long incarnation, Instant issuedBefore, int limit);
}
