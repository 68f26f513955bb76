package org.jackfield.engine.store.work;

import org.jackfield.engine.work.WorkFigures;
import org.jackfield.engine.work.WorkStores;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stores of work distribution over one database. */
public final class JdbcWorkStores {

    private JdbcWorkStores() {}

    /** Stores that join the transaction of the thread. */
    public static WorkStores over(JdbcClient jdbc) {
        return new WorkStores(new JdbcWorkspaces(jdbc), new JdbcWorkers(jdbc), new JdbcQueues(jdbc),
                new JdbcWorkItems(jdbc), new JdbcReservations(jdbc), new JdbcPolicies(jdbc), new JdbcMedia(jdbc),
                new JdbcAssignmentCallbacks(jdbc),
                new WorkFigures(new JdbcMilestones(jdbc), new JdbcActivitySpans(jdbc), new JdbcLiveFigures(jdbc)));
    }
}
