package org.jackfield.engine.store.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.event.Event;
import org.jackfield.engine.store.JsonColumn;
import org.jackfield.engine.store.Rows;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.callback.EventCallback;
import org.jackfield.engine.work.callback.EventCallbacks;
import org.jackfield.engine.work.callback.Progress;
import org.jackfield.engine.work.callback.Progress.Open;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Event callbacks and their places in the stream, in PostgreSQL. */
public final class JdbcEventCallbacks implements EventCallbacks {

    /** Positions that are looked through at a time, for news or for the events of a workspace. */
    private static final int STRETCH = 10_000;
    private static final int PAGE = 1_000;
    private static final String OPEN = "open";

    private static final String NOTICE = """
            UPDATE event_callback c SET news = found.position, due = COALESCE(c.due, :now)
            FROM (SELECT account_id, data ->> 'workspace' AS workspace_id, max(position) AS position
                FROM event WHERE position > :after AND position <= :to AND data ->> 'workspace' IS NOT NULL
                GROUP BY 1, 2) found
            WHERE c.account_id = found.account_id AND c.workspace_id = found.workspace_id
                AND c.news < found.position
            """;
    /** The accounts' events by position first: the workspace alone would lead through all that are kept. */
    private static final String READ = """
            WITH stretch AS MATERIALIZED (
                SELECT account_id, id, key, seq, position, type, time, data FROM event
                WHERE account_id = :account AND position > :after AND position <= :to ORDER BY position LIMIT :page)
            SELECT * FROM stretch WHERE data ->> 'workspace' = :workspace AND type = ANY (:types)
            ORDER BY position LIMIT :limit
            """;
    private static final String STRETCH_END = """
            SELECT position FROM event WHERE account_id = :account AND position > :after AND position <= :to
            ORDER BY position OFFSET :page - 1 LIMIT 1
            """;

    private final JdbcClient jdbc;

    public JdbcEventCallbacks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<EventCallback> find(AccountId account, Set<String> workspaceIds) {
        return jdbc.sql("SELECT * FROM event_callback WHERE account_id = :account AND workspace_id = ANY (:workspaces)")
                .param("account", account.value())
                .param("workspaces", workspaceIds.toArray(String[]::new))
                .query((row, _) -> callback(row))
                .list();
    }

    @Override
    public void put(EventCallback callback, Instant now) {
        of("""
                INSERT INTO event_callback AS c (account_id, workspace_id, url, types, news, read_to, open, failures, due,
                    turn)
                SELECT :account, :workspace, :url, :types, last_position, last_position, '{"open": []}', 0, :now, 0
                FROM event_stream
                ON CONFLICT (account_id, workspace_id) DO UPDATE SET url = :url, types = :types, failures = 0,
                    due = :now, turn = c.turn + 1
                """,
                callback.account(), callback.workspaceId())
                .param("url", callback.url())
                .param("types", callback.types().toArray(String[]::new))
                .param("now", Rows.timestamp(now))
                .update();
    }

    @Override
    public void remove(AccountId account, String workspaceId) {
        of("DELETE FROM event_callback WHERE account_id = :account AND workspace_id = :workspace", account, workspaceId)
                .update();
    }

    @Override
    public boolean notice(Instant now) {
        return jdbc.sql("SELECT position FROM event_callback_look FOR UPDATE SKIP LOCKED")
                .query(Long.class)
                .optional()
                .map(after -> notice(after, now))
                .orElse(false);
    }

    private boolean notice(long after, Instant now) {
        long last = JdbcEventReader.lastPosition(jdbc);
        if (after >= last) {
            return false;
        }
        boolean anybody = jdbc.sql("SELECT EXISTS (SELECT FROM event_callback)").query(Boolean.class).single();
        long to = anybody ? Math.min(last, after + STRETCH) : last;
        if (anybody) {
            jdbc.sql(NOTICE).param("after", after).param("to", to).param("now", Rows.timestamp(now)).update();
        }
        jdbc.sql("UPDATE event_callback_look SET position = :to").param("to", to).update();
        return to < last;
    }

    @Override
    public List<Turn> claim(Claim claim) {
        return jdbc.sql("""
                UPDATE event_callback c SET due = :until, turn = turn + 1
                FROM (SELECT account_id, workspace_id FROM event_callback
                    WHERE due <= :now AND (failures > 0) = :failing AND account_id <> ALL (:except)
                    ORDER BY due LIMIT :limit FOR UPDATE SKIP LOCKED) taken
                WHERE c.account_id = taken.account_id AND c.workspace_id = taken.workspace_id
                RETURNING c.*
                """)
                .param("now", Rows.timestamp(claim.now()))
                .param("until", Rows.timestamp(claim.until()))
                .param("failing", claim.failing())
                .param("except", claim.except().stream().map(AccountId::value).toArray(String[]::new))
                .param("limit", claim.limit())
                .query((row, _) -> new Turn(callback(row), row.getLong("turn"), progress(row)))
                .list();
    }

    @Override
    public Page read(Turn turn, Progress progress, Set<String> types) {
        long last = JdbcEventReader.lastPosition(jdbc);
        List<Event> events = stretch(READ, turn, progress.readTo(), last)
                .param("workspace", turn.callback().workspaceId())
                .param("types", types.toArray(String[]::new))
                .param("limit", progress.room())
                .query(JdbcEventReader::event)
                .list();
        if (events.size() == progress.room()) {
            return new Page(events, events.getLast().position(), false);
        }
        Optional<Long> end = stretch(STRETCH_END, turn, progress.readTo(), last).query(Long.class).optional();
        return new Page(events, end.orElse(last), end.isEmpty());
    }

    private StatementSpec stretch(String sql, Turn turn, long after, long to) {
        return jdbc.sql(sql)
                .param("account", turn.callback().account().value())
                .param("after", after)
                .param("to", to)
                .param("page", PAGE);
    }

    @Override
    public List<Event> reread(Turn turn, List<Open> open) {
        return jdbc.sql("""
                SELECT account_id, id, key, seq, position, type, time, data FROM event
                WHERE account_id = :account AND position = ANY (:positions) ORDER BY position
                """)
                .param("account", turn.callback().account().value())
                .param("positions", open.stream().map(Open::position).toArray(Long[]::new))
                .query(JdbcEventReader::event)
                .list();
    }

    @Override
    public boolean keep(Turn turn, Progress progress, Instant until) {
        return write("due = :due", turn, progress).param("due", Rows.timestamp(until)).update() == 1;
    }

    @Override
    public boolean end(Turn turn, Progress progress, Optional<Instant> due, Instant now) {
        return write("due = COALESCE(:due, CASE WHEN news > :readTo THEN :now END), turn = turn + 1", turn, progress)
                .param("due", due.map(Rows::timestamp).orElse(null), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", Rows.timestamp(now))
                .update() == 1;
    }

    private StatementSpec write(String also, Turn turn, Progress progress) {
        return of("UPDATE event_callback SET read_to = :readTo, open = :open::jsonb, failures = :failures, " + also
                + " WHERE account_id = :account AND workspace_id = :workspace AND turn = :turn",
                turn.callback().account(), turn.callback().workspaceId())
                .param("turn", turn.number())
                .param("readTo", progress.readTo())
                .param("open",
                        JsonColumn.write(Map.of(OPEN, progress.open().stream().map(JdbcEventCallbacks::map).toList())))
                .param("failures", progress.failures());
    }

    private StatementSpec of(String sql, AccountId account, String workspaceId) {
        return jdbc.sql(sql).param("account", account.value()).param("workspace", workspaceId);
    }

    private static EventCallback callback(ResultSet row) throws SQLException {
        return new EventCallback(Rows.account(row), row.getString("workspace_id"), row.getString("url"),
                Set.of((String[]) row.getArray("types").getArray()));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        List<Open> open = Rows.json(row, OPEN).get(OPEN) instanceof List<?> list
                ? list.stream().map(JdbcEventCallbacks::open).toList()
                : List.of();
        return new Progress(row.getLong("read_to"), open, row.getInt("failures"));
    }

    private static Map<String, Object> map(Open open) {
        return Map.of("position", open.position(), "key", open.key(), "time", open.time().toString(), "strikes",
                open.strikes(), "notBefore", open.notBefore().toString());
    }

    private static Open open(Object stored) {
        if (!(stored instanceof Map<?, ?> map) || !(map.get("position") instanceof Number position)
                || !(map.get("strikes") instanceof Number strikes)) {
            throw new IllegalStateException("an open event of a callback was written by somebody else");
        }
        return new Open(position.longValue(), String.valueOf(map.get("key")),
                Instant.parse(String.valueOf(map.get("time"))), strikes.intValue(),
                Instant.parse(String.valueOf(map.get("notBefore"))));
    }
}
