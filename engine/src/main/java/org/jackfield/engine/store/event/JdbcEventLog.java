package org.jackfield.engine.store.event;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jackfield.engine.event.EventLog;
import org.jackfield.engine.event.NewEvent;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.store.JsonColumn;
import org.jackfield.engine.store.Rows;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.UnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Appends in the open transaction. The row of each key is updated first, in order of the keys, so that two transactions on
 * the same keys wait for each other instead of locking crosswise; one round trip for each key. Thread-safe.
 */
public final class JdbcEventLog implements EventLog {

    private static final String APPEND = """
            WITH taken AS (
                INSERT INTO event_key AS k (account_id, key, seq) VALUES (:account, :key, :count)
                ON CONFLICT (account_id, key) DO UPDATE SET seq = k.seq + :count
                RETURNING seq)
            INSERT INTO event (account_id, id, key, seq, type, time, data)
            SELECT :account, e.id, :key, taken.seq - :count + e.number, e.type, :time, e.data::jsonb
            FROM taken, unnest(:ids, :types, :data) WITH ORDINALITY AS e (id, type, data, number)
            """;

    private record Key(AccountId account, String key) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::account).thenComparing(Key::key);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private final JdbcClient jdbc;
    private final UnitOfWork unit;
    private final Ids ids;
    private final Clock clock;
    private final Runnable nudge;

    /** @param nudge told after each commit that appended something: the relay of this node */
    public JdbcEventLog(JdbcClient jdbc, UnitOfWork unit, Ids ids, Clock clock, Runnable nudge) {
        this.jdbc = jdbc;
        this.unit = unit;
        this.ids = ids;
        this.clock = clock;
        this.nudge = nudge;
    }

    @Override
    public void append(List<NewEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("events are appended in a unit of work");
        }
        Map<Key, List<NewEvent>> byKey = new TreeMap<>();
        events.forEach(event -> byKey.computeIfAbsent(new Key(event.account(), event.key()), key -> new ArrayList<>())
                .add(event));
        byKey.forEach(this::appendTo);
        unit.afterCommit(nudge);
    }

    private void appendTo(Key key, List<NewEvent> events) {
        jdbc.sql(APPEND)
                .param("account", key.account().value())
                .param("key", key.key())
                .param("count", (long) events.size())
                .param("time", Rows.timestamp(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .param("ids", events.stream().map(event -> ids.next(IdPrefix.EVENT)).toArray(String[]::new))
                .param("types", events.stream().map(NewEvent::type).toArray(String[]::new))
                .param("data", events.stream().map(event -> JsonColumn.write(event.data())).toArray(String[]::new))
                .update();
    }
}
