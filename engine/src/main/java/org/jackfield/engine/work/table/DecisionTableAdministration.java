package org.jackfield.engine.work.table;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.PolicyDocument;

/**
 * Routing policies by decision tables (DMN 1.3). A table is saved only when its policy could be followed: it can be read,
 * its queues exist, and each row can match a worker of the workspace. Joins an open unit of work. Thread-safe.
 *
 * <p>
 * All methods throw {@link org.jackfield.engine.error.DomainException}: NOT_FOUND for an unknown or foreign id, and for a
 * policy that was not made by a table or was saved in another way since; INVALID_PARAMETER and CONFLICT for the name.
 */
public interface DecisionTableAdministration {

    /** A new policy with the name of the decision. */
    Saving create(AccountId account, String workspaceId, Drawing drawing);

    /** The policy goes by the table from now on and keeps its name; items under way go on as with every change. */
    Saving replace(AccountId account, String workspaceId, String policyId, Drawing drawing);

    /** The table as it was saved. */
    String read(AccountId account, String workspaceId, String policyId);

    List<Listed> list(AccountId account, String workspaceId, Paging paging);

    /** What the table would have done to items of the past; nothing is changed. */
    Foresight preview(AccountId account, String workspaceId, Question question);

    /**
     * A table to save.
     *
     * @param dmn the XML of a DMN model with one decision table
     * @param withoutWorkers whether a workspace that has no workers at all is no obstacle
     */
    record Drawing(String dmn, boolean withoutWorkers) {}

    /**
     * What to look at.
     *
     * @param back how far back the items were made
     * @param policyId only those that go by this policy
     */
    record Question(String dmn, Duration back, Optional<String> policyId) {}

    /** A policy, and whether it goes by a table. */
    record Listed(PolicyDocument policy, boolean byTable) {}

    /** What came of saving. */
    sealed interface Saving permits Saved, Refused {}

    /** What came of a preview. */
    sealed interface Foresight permits Foreseen, Refused {}

    /** The policy as it is now, and what in the table is hardly meant. */
    record Saved(PolicyDocument policy, List<TableProblem> warnings) implements Saving {}

    /** What was found, and what would keep the table from being saved. */
    record Foreseen(Preview preview, List<TableProblem> problems, List<TableProblem> warnings) implements Foresight {}

    /** Nothing was changed. */
    record Refused(List<TableProblem> problems) implements Saving, Foresight {}
}
