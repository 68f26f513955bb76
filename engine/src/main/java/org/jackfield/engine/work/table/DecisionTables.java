package org.jackfield.engine.work.table;

import java.util.Map;
import java.util.Set;
import org.jackfield.engine.tenant.AccountId;

/** Where the tables are kept from which routing policies were made. Every method joins the open unit of work. Thread-safe. */
public interface DecisionTables {

    /** Keeps the policy's table in the place of the one before. It goes with the policy. */
    void keep(AccountId account, String workspaceId, String policyId, Kept table);

    /** The tables of those of the policies that have one, by the policies' ids, in one read. */
    Map<String, Kept> findAll(AccountId account, String workspaceId, Set<String> policyIds);

    /**
     * A table as it was drawn.
     *
     * @param document what it was translated into: a policy that has another one by now does not go by the table any more
     */
    record Kept(String dmn, Map<String, ?> document) {}
}
