package org.jackfield.engine.store.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jackfield.engine.event.Event;
import org.jackfield.engine.event.EventReader;
import org.jackfield.engine.store.Rows;
import org.jackfield.engine.tenant.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads what has a position. Positions are committed in order, so whoever saw position n can never find a smaller one
 * later. Thread-safe.
 */
public final class JdbcEventReader implements EventReader {

    private static final int LARGEST_PAGE = 1_000;
    private static final String COLUMNS = "SELECT account_id, id, key, seq, position, type, time, data FROM event ";
    private static final String TYPES = " AND (cardinality(:types) = 0 OR type = ANY (:types)) ";
    private static final String ALL = COLUMNS + "WHERE account_id = :account AND position > :after" + TYPES
            + "ORDER BY position LIMIT :limit";
    /** Within a key the order of positions is that of the sequence, which has an index. */
    private static final String OF_KEY = COLUMNS
            + "WHERE account_id = :account AND key = :key AND position > :after" + TYPES
            + "ORDER BY seq LIMIT :limit";

    private final JdbcClient jdbc;
    private final EventWatches watches;

    public JdbcEventReader(JdbcClient jdbc, EventWatches watches) {
        this.jdbc = jdbc;
        this.watches = watches;
    }

    @Override
    public List<Event> read(Filter filter, long after, int limit) {
        return jdbc.sql(filter.key().isPresent() ? OF_KEY : ALL)
                .param("account", filter.account().value())
                .param("key", filter.key().orElse(""))
                .param("after", after)
                .param("types", filter.types().toArray(String[]::new))
                .param("limit", Math.clamp(limit, 1, LARGEST_PAGE))
                .query(JdbcEventReader::event)
                .list();
    }

    /** The last position given so far, 0 when none. */
    public static long lastPosition(JdbcClient jdbc) {
        return jdbc.sql("SELECT last_position FROM event_stream").query(Long.class).single();
    }

    @Override
    public Optional<Long> positionOf(AccountId account, String eventId) {
        return jdbc.sql("SELECT position FROM event WHERE account_id = :account AND id = :id AND position IS NOT NULL")
                .param("account", account.value())
                .param("id", eventId)
                .query(Long.class)
                .optional();
    }

    @Override
    public long lastPosition() {
        return lastPosition(jdbc);
    }

    @Override
    public Watch watch(Runnable onNews) {
        return watches.add(onNews);
    }

    static Event event(ResultSet row, int number) throws SQLException {
        return new Event(row.getString("id"), row.getLong("position"), Rows.account(row), row.getString("key"),
                row.getLong("seq"), row.getString("type"), Rows.instant(row, "time"), Rows.json(row, "data"));
    }
}
