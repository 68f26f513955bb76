package org.jackfield.engine.store.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.store.PageSql;
import org.jackfield.engine.store.Rows;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.ConflictException;
import org.jackfield.engine.work.Reservation;
import org.jackfield.engine.work.ReservationState;
import org.jackfield.engine.work.Reservations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reservations. */
final class JdbcReservations implements Reservations {

    private final JdbcClient jdbc;

    JdbcReservations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void insert(Reservation reservation) {
        jdbc.sql("""
                INSERT INTO reservation (account_id, id, workspace_id, work_item_id, worker_id, medium, state,
                    created, changed, expires)
                VALUES (:account, :id, :workspace, :item, :worker, :medium, :state, :created, :changed, :expires)
                """)
                .param("account", reservation.account().value())
                .param("id", reservation.id())
                .param("workspace", reservation.workspaceId())
                .param("item", reservation.workItemId())
                .param("worker", reservation.workerId())
                .param("medium", reservation.medium())
                .param("state", reservation.state().word())
                .param("created", Rows.timestamp(reservation.created()))
                .param("changed", Rows.timestamp(reservation.changed()))
                .param("expires", Rows.timestamp(reservation.expires()))
                .update();
    }

    @Override
    public void insertAll(List<Reservation> reservations) {
        if (reservations.size() == 1) {
            insert(reservations.getFirst());
        } else if (!reservations.isEmpty()) {
            insertSeveral(reservations);
        }
    }

    private void insertSeveral(List<Reservation> reservations) {
        jdbc.sql("""
                INSERT INTO reservation (account_id, id, workspace_id, work_item_id, worker_id, medium, state,
                    created, changed, expires)
                SELECT account_id, id, workspace, item, worker, medium, state, created::timestamptz,
                    changed::timestamptz, expires::timestamptz
                FROM unnest(:accounts::text[], :ids::text[], :workspaces::text[], :items::text[], :workers::text[],
                    :media::text[], :states::text[], :creations::text[], :changes::text[], :ends::text[])
                    AS r (account_id, id, workspace, item, worker, medium, state, created, changed, expires)
                """)
                .param("accounts", texts(reservations, one -> one.account().value()))
                .param("ids", texts(reservations, Reservation::id))
                .param("workspaces", texts(reservations, Reservation::workspaceId))
                .param("items", texts(reservations, Reservation::workItemId))
                .param("workers", texts(reservations, Reservation::workerId))
                .param("media", texts(reservations, Reservation::medium))
                .param("states", texts(reservations, one -> one.state().word()))
                .param("creations", texts(reservations, one -> one.created().toString()))
                .param("changes", texts(reservations, one -> one.changed().toString()))
                .param("ends", texts(reservations, one -> one.expires().toString()))
                .update();
    }

    private static String[] texts(List<Reservation> reservations, Function<Reservation, String> text) {
        return reservations.stream().map(text).toArray(String[]::new);
    }

    @Override
    public void update(Reservation reservation, ReservationState expected) {
        int written = jdbc.sql("""
                UPDATE reservation SET state = :state, changed = :changed
                WHERE account_id = :account AND id = :id AND state = :expected
                """)
                .param("account", reservation.account().value())
                .param("id", reservation.id())
                .param("state", reservation.state().word())
                .param("changed", Rows.timestamp(reservation.changed()))
                .param("expected", expected.word())
                .update();
        if (written == 0) {
            throw new ConflictException("reservation " + reservation.id() + " is not " + expected.word());
        }
    }

    @Override
    public void amend(Reservation reservation) {
        Reservation.Ringing ringing = reservation.ringing();
        int written = jdbc.sql("""
                UPDATE reservation SET changed = :changed, expires = :expires, ring_from = :from, ring_to = :to,
                    records = :records, post_activity = :postActivity
                WHERE account_id = :account AND id = :id AND state = 'pending'
                """)
                .param("account", reservation.account().value())
                .param("id", reservation.id())
                .param("changed", Rows.timestamp(reservation.changed()))
                .param("expires", Rows.timestamp(reservation.expires()))
                .param("from", ringing.from().orElse(null))
                .param("to", ringing.to().orElse(null))
                .param("records", ringing.records())
                .param("postActivity", ringing.postActivity().orElse(null))
                .update();
        if (written == 0) {
            throw new ConflictException("reservation " + reservation.id() + " is not pending");
        }
    }

    @Override
    public Optional<Reservation> find(AccountId account, String reservationId) {
        return jdbc.sql("SELECT * FROM reservation WHERE account_id = :account AND id = :id")
                .param("account", account.value())
                .param("id", reservationId)
                .query((row, _) -> reservation(row))
                .optional();
    }

    @Override
    public List<Reservation> findAll(AccountId account, Set<String> reservationIds) {
        return jdbc.sql("SELECT * FROM reservation WHERE account_id = :account AND id = ANY (:ids)")
                .param("account", account.value())
                .param("ids", reservationIds.toArray(String[]::new))
                .query((row, _) -> reservation(row))
                .list();
    }

    @Override
    public List<Reservation> listOfItem(AccountId account, String workItemId, Paging paging) {
        return list("work_item_id = :owner", account, workItemId, paging);
    }

    @Override
    public List<Reservation> listOfWorker(AccountId account, String workerId, Paging paging) {
        return list("worker_id = :owner", account, workerId, paging);
    }

    @Override
    public List<Reservation> listPendingOfItem(AccountId account, String workItemId) {
        return jdbc.sql("""
                SELECT * FROM reservation WHERE account_id = :account AND work_item_id = :item AND state = 'pending'
                ORDER BY id
                """)
                .param("account", account.value())
                .param("item", workItemId)
                .query((row, _) -> reservation(row))
                .list();
    }

    @Override
    public List<Reservation> listOpenOfWorker(AccountId account, String workerId, Paging paging) {
        return list("worker_id = :owner AND state IN ('pending', 'accepted', 'wrapping')", account, workerId, paging);
    }

    @Override
    public List<Reservation> declinedSince(AccountId account, String workItemId, Instant since) {
        return jdbc.sql("""
                SELECT * FROM reservation WHERE account_id = :account AND work_item_id = :item
                    AND state IN ('rejected', 'timeout') AND changed > :since
                ORDER BY id
                """)
                .param("account", account.value())
                .param("item", workItemId)
                .param("since", Rows.timestamp(since))
                .query((row, _) -> reservation(row))
                .list();
    }

    private List<Reservation> list(String condition, AccountId account, String owner, Paging paging) {
        return PageSql.inOrder(paging, jdbc.sql("""
                SELECT * FROM reservation WHERE account_id = :account AND %s %s
                """.formatted(condition, PageSql.ascending(paging, "id")))
                .param("account", account.value())
                .param("owner", owner)
                .param("after", paging.after())
                .param("limit", paging.limit())
                .query((row, _) -> reservation(row))
                .list());
    }

    private static Reservation reservation(ResultSet row) throws SQLException {
        return new Reservation(Rows.account(row), row.getString("workspace_id"), row.getString("id"),
                row.getString("work_item_id"), row.getString("worker_id"), row.getString("medium"),
                ReservationState.of(row.getString("state")), Rows.instant(row, "created"),
                Rows.instant(row, "changed"), Rows.instant(row, "expires"),
                new Reservation.Ringing(Rows.optionalText(row, "ring_from"), Rows.optionalText(row, "ring_to"),
                        row.getBoolean("records"), Rows.optionalText(row, "post_activity")));
    }
}
