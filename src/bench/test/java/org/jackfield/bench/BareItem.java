package org.jackfield.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.id.TimeOrderedIds;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a work item leaves behind in the product's tables, written by plain statements in four commits: made, reserved,
 * accepted, completed. Nothing is read, locked or decided, and no event gets its position. Used by one thread.
 */
final class BareItem {

    private static final Ids IDS = new TimeOrderedIds(Clock.systemUTC(), new Random(20_261_128));
    private static final String INSERT_ITEM = """
            INSERT INTO work_item (account_id, id, workspace_id, queue_id, medium, subject, caller, attributes, priority,
                created, virtual_start, waits_until, process_instance_id, state, deadline, reservation_id, offers, reason,
                changed, keeps_place, version, queue_entered, ignores_capacity)
            VALUES (?, ?, ?, ?, 'default', '', '', ?::jsonb, 0, ?, ?, ?, '', 'pending', ?, NULL, 0, '', ?, false, 0, ?,
                false)
            """;
    private static final String UPDATE_ITEM = """
            UPDATE work_item SET state = ?, deadline = ?, reservation_id = ?, offers = 1, reason = '', changed = ?,
                keeps_place = false, version = version + 1, touched = clock_timestamp()
            WHERE account_id = ? AND id = ?
            """;
    private static final String INSERT_RESERVATION = """
            INSERT INTO reservation (account_id, id, workspace_id, work_item_id, worker_id, medium, state, created, changed,
                expires)
            VALUES (?, ?, ?, ?, ?, 'default', 'pending', ?, ?, ?)
            """;
    private static final String UPDATE_RESERVATION = """
            UPDATE reservation SET state = ?, changed = ? WHERE account_id = ? AND id = ?
            """;
    private static final String UPDATE_WORKER = """
            UPDATE worker SET idle_since = ?, version = version + 1, touched = clock_timestamp()
            WHERE account_id = ? AND workspace_id = ? AND id = ?
            """;
    private static final String MILESTONES = """
            INSERT INTO work_milestone (account_id, workspace_id, at, kind, work_item_id, medium, queue_id, reservation_id,
                worker_id, waited_ms, in_queue_ms)
            SELECT ?, ?, ?, kind, ?, 'default', ?, ?, ?, 1, 1 FROM unnest(?) AS kind
            """;
    private static final String KEY = """
            INSERT INTO event_key AS k (account_id, key, seq) VALUES (?, ?, ?)
            ON CONFLICT (account_id, key) DO UPDATE SET seq = k.seq + ?
            """;
    private static final String EVENTS = """
            INSERT INTO event (account_id, id, key, seq, type, time, data)
            SELECT ?, e.id, ?, ? + e.number, e.type, ?, ?::jsonb
            FROM unnest(?, ?) WITH ORDINALITY AS e (id, type, number)
            """;
    private static final String ATTRIBUTES = "{\"language\":\"de\",\"topic\":\"invoice\"}";

    private final String id = IDS.next(IdPrefix.WORK_ITEM);
    private final String reservation = IDS.next(IdPrefix.RESERVATION);
    private final String queue;
    private final String worker;
    private int events;

    BareItem(String queue, String worker) {
        this.queue = queue;
        this.worker = worker;
    }

    void create(Connection connection) throws SQLException {
        OffsetDateTime now = now();
        OffsetDateTime end = now.plusHours(1);
        update(connection, INSERT_ITEM, account(), id, WorkFloor.WORKSPACE, queue, ATTRIBUTES, now, now, end, end, now,
                now);
        tell(connection, now, new String[]{"created"}, "work-item.created");
        connection.commit();
    }

    void reserve(Connection connection) throws SQLException {
        OffsetDateTime now = now();
        update(connection, INSERT_RESERVATION, account(), reservation, WorkFloor.WORKSPACE, id, worker, now, now,
                now.plusMinutes(2));
        update(connection, UPDATE_ITEM, "reserved", now.plusMinutes(2), reservation, now, account(), id);
        tell(connection, now, new String[]{"reservation_created"}, "reservation.created", "work-item.reserved");
        connection.commit();
    }

    void accept(Connection connection) throws SQLException {
        OffsetDateTime now = now();
        update(connection, UPDATE_RESERVATION, "accepted", now, account(), reservation);
        update(connection, UPDATE_ITEM, "assigned", null, reservation, now, account(), id);
        tell(connection, now, new String[]{"reservation_accepted"}, "reservation.accepted", "work-item.assigned");
        connection.commit();
    }

    void complete(Connection connection) throws SQLException {
        OffsetDateTime now = now();
        update(connection, UPDATE_RESERVATION, "completed", now, account(), reservation);
        update(connection, UPDATE_WORKER, now, account(), WorkFloor.WORKSPACE, worker);
        update(connection, UPDATE_ITEM, "completed", null, reservation, now, account(), id);
        tell(connection, now, new String[]{"reservation_completed", "completed"}, "reservation.completed",
                "work-item.completed");
        connection.commit();
    }

    private void tell(Connection connection, OffsetDateTime now, String[] milestones, String... types)
            throws SQLException {
        update(connection, MILESTONES, account(), WorkFloor.WORKSPACE, now, id, queue, reservation, worker, milestones);
        long count = types.length;
        update(connection, KEY, account(), id, count, count);
        String[] ids = new String[types.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = IDS.next(IdPrefix.EVENT);
        }
        update(connection, EVENTS, account(), id, (long) events, now, data(), ids, types);
        events += types.length;
    }

    private String data() {
        return """
                {"workspace":"%s","workItem":"%s","queue":"%s","reservation":"%s","worker":"%s","state":"assigned",\
                "medium":"default"}""".formatted(WorkFloor.WORKSPACE, id, queue, reservation, worker);
    }

    private static void update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i] instanceof String[] texts
                        ? connection.createArrayOf("text", texts)
                        : values[i]);
            }
            if (statement.executeUpdate() == 0) {
                throw new IllegalStateException("nothing was written by " + sql);
            }
        }
    }

    private static String account() {
        return WorkFloor.ACCOUNT.value();
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);
    }
}
