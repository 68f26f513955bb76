package org.jackfield.engine.work;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jackfield.engine.tenant.AccountId;

/**
 * Which offers an application is still to be told of, and asked about. One is owed in the commit that makes the reservation,
 * and is there until it is settled: told at least once. Every method joins the open unit of work. Thread-safe.
 */
public interface AssignmentCallbacks {

    /** What is owed: the policy says which address to ask. */
    record Owed(AccountId account, String workspaceId, String reservationId, String policyId) {}

    /** Owes one from now on, if the policy has an address; whether it does. */
    boolean owe(Owed owed, Instant now);

    /**
     * Takes some that are due, of every account but those, the longest due first: until the given instant nobody else gets
     * them.
     */
    List<Owed> claim(Instant now, Instant until, Set<AccountId> except, int limit);

    /** It was told, or need not be any more. */
    void settle(AccountId account, String reservationId);
}
