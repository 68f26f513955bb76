package org.jackfield.engine.store.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jackfield.engine.event.Event;
import org.jackfield.engine.event.EventSearch;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.store.JsonColumn;
import org.jackfield.engine.store.PageSql;
import org.jackfield.engine.store.Rows;
import org.jackfield.engine.tenant.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds events in PostgreSQL. Ids begin with their milliseconds, so the indexes that end in the id find a span too. */
public final class JdbcEventSearch implements EventSearch {

    private static final String COLUMNS = "SELECT account_id, id, key, seq, position, type, time, data FROM event ";
    /** An id is taken a moment after the time of its event. */
    private static final Duration MARGIN = Duration.ofSeconds(1);
    private static final String LAST = "~";
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcClient jdbc;

    public JdbcEventSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Event> find(Query query, Paging paging) {
        return PageSql.inOrder(paging, jdbc.sql(COLUMNS + """
                WHERE account_id = :account AND data ->> '%s' = :id AND id >= :first AND id < :last
                    AND position IS NOT NULL AND type = ANY (:types) AND data @> :also::jsonb
                    AND time >= :from AND time < :before %s
                """.formatted(query.subject().member(), PageSql.descending(paging, "id")))
                .param("account", query.account().value())
                .param("id", query.id())
                .param("first", query.span().from().map(JdbcEventSearch::idAt).orElse(""))
                .param("last", query.span().before().map(time -> idAt(time.plus(MARGIN))).orElse(LAST))
                .param("types", query.types().toArray(String[]::new))
                .param("also", JsonColumn.write(query.also()))
                .param("from", Rows.timestamp(query.span().from().orElse(Instant.EPOCH)))
                .param("before", Rows.timestamp(query.span().before().orElse(END)))
                .param("after", paging.after())
                .param("limit", paging.limit())
                .query(JdbcEventReader::event)
                .list());
    }

    @Override
    public Optional<Event> find(AccountId account, String eventId) {
        return jdbc.sql(COLUMNS + "WHERE account_id = :account AND id = :id AND position IS NOT NULL")
                .param("account", account.value())
                .param("id", eventId)
                .query(JdbcEventReader::event)
                .optional();
    }

    private static String idAt(Instant time) {
        return "%s%012x".formatted(IdPrefix.EVENT.letters(), Math.max(0, time.toEpochMilli()));
    }
}
