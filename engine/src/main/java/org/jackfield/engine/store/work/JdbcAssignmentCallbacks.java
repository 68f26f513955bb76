package org.jackfield.engine.store.work;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jackfield.engine.store.Rows;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.AssignmentCallbacks;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Offers that applications are still to be told of. */
final class JdbcAssignmentCallbacks implements AssignmentCallbacks {

    private final JdbcClient jdbc;

    JdbcAssignmentCallbacks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean owe(Owed owed, Instant now) {
        return jdbc.sql("""
                INSERT INTO assignment_callback (account_id, reservation_id, workspace_id, policy_id, due)
                SELECT account_id, :reservation, workspace_id, id, :now FROM routing_policy
                WHERE account_id = :account AND workspace_id = :workspace AND id = :policy
                    AND assignment_url IS NOT NULL
                """)
                .param("account", owed.account().value())
                .param("workspace", owed.workspaceId())
                .param("policy", owed.policyId())
                .param("reservation", owed.reservationId())
                .param("now", Rows.timestamp(now))
                .update() == 1;
    }

    @Override
    public List<Owed> claim(Instant now, Instant until, Set<AccountId> except, int limit) {
        return jdbc.sql("""
                UPDATE assignment_callback c SET due = :until
                FROM (SELECT account_id, reservation_id FROM assignment_callback
                    WHERE due <= :now AND account_id <> ALL (:except)
                    ORDER BY due LIMIT :limit FOR UPDATE SKIP LOCKED) taken
                WHERE c.account_id = taken.account_id AND c.reservation_id = taken.reservation_id
                RETURNING c.account_id, c.workspace_id, c.reservation_id, c.policy_id
                """)
                .param("now", Rows.timestamp(now))
                .param("until", Rows.timestamp(until))
                .param("except", except.stream().map(AccountId::value).toArray(String[]::new))
                .param("limit", limit)
                .query((row, _) -> new Owed(Rows.account(row), row.getString("workspace_id"),
                        row.getString("reservation_id"), row.getString("policy_id")))
                .list();
    }

    @Override
    public void settle(AccountId account, String reservationId) {
        jdbc.sql("DELETE FROM assignment_callback WHERE account_id = :account AND reservation_id = :reservation")
                .param("account", account.value())
                .param("reservation", reservationId)
                .update();
    }
}
