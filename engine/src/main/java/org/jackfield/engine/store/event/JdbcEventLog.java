package org.jackfield.engine.store.event;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jackfield.engine.event.EventLog;
import org.jackfield.engine.event.NewEvent;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.store.JsonColumn;
import org.jackfield.engine.store.Rows;
import org.jackfield.engine.store.TransactionalUnitOfWork;
import org.jackfield.engine.tenant.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Appends in the open transaction: what is appended is collected and written as the last act before the commit, so that a
 * transaction writes the events of a key by one statement however many parts of it had something to tell. What a step appended that
 * rolls back to its savepoint is forgotten. The row of each key is updated in order of the keys, so that two transactions on the same
 * keys wait for each other instead of locking crosswise, and no longer than the commit takes. Thread-safe.
 */
public final class JdbcEventLog implements EventLog {

    private static final String APPEND = """
            WITH taken AS (
                INSERT INTO event_key AS k (account_id, key, seq) VALUES (:account, :key, :count)
                ON CONFLICT (account_id, key) DO UPDATE SET seq = k.seq + :count
                RETURNING seq),
            written AS (
                INSERT INTO event (account_id, id, key, seq, type, time, data)
                SELECT :account, e.id, :key, taken.seq - :count + e.number, e.type, :time, e.data::jsonb
                FROM taken, unnest(:ids, :types, :data) WITH ORDINALITY AS e (id, type, data, number))
            SELECT pg_current_xact_id()::text
            """;

    /** As {@link #APPEND}, for several keys. */
    private static final String APPEND_TO_SEVERAL = """
            WITH taken AS (
                INSERT INTO event_key AS k (account_id, key, seq)
                SELECT a.account_id, a.key, a.count FROM unnest(:accounts, :keys, :counts) AS a (account_id, key, count)
                ORDER BY a.account_id COLLATE "C", a.key COLLATE "C"
                ON CONFLICT (account_id, key) DO UPDATE SET seq = k.seq + excluded.seq
                RETURNING account_id, key, seq),
            written AS (
                INSERT INTO event (account_id, id, key, seq, type, time, data)
                SELECT taken.account_id, e.id, taken.key, taken.seq - e.after, e.type, :time, e.data::jsonb
                FROM unnest(:ofAccounts, :ofKeys, :ids, :afters, :types, :data)
                    AS e (account_id, key, id, after, type, data)
                JOIN taken ON taken.account_id = e.account_id AND taken.key = e.key)
            SELECT pg_current_xact_id()::text
            """;

    private record Key(AccountId account, String key) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::account).thenComparing(Key::key);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;
    private final Runnable nudge;

    /** @param nudge told after each commit that appended something: the relay of this node */
    public JdbcEventLog(JdbcClient jdbc, Ids ids, Clock clock, Runnable nudge) {
        this.jdbc = jdbc;
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
        pending().events.addAll(events);
    }

    /** What this transaction appended so far. */
    private Pending pending() {
        for (TransactionSynchronization known : TransactionSynchronizationManager.getSynchronizations()) {
            if (known instanceof Pending pending && pending.isOf(this)) {
                return pending;
            }
        }
        Pending fresh = new Pending();
        TransactionSynchronizationManager.registerSynchronization(fresh);
        return fresh;
    }

    private void write(List<NewEvent> events) {
        Map<Key, List<NewEvent>> byKey = new TreeMap<>();
        events.forEach(event -> byKey.computeIfAbsent(new Key(event.account(), event.key()), key -> new ArrayList<>())
                .add(event));
        if (byKey.size() > 1) {
            writeTo(byKey);
        } else {
            byKey.forEach(this::writeTo);
        }
    }

    /** {@code after} is how many events of the same key come after one. */
    private void writeTo(Map<Key, List<NewEvent>> byKey) {
        List<NewEvent> events = byKey.values().stream().flatMap(List::stream).toList();
        Long[] afters = byKey.values()
                .stream()
                .flatMap(ofKey -> LongStream.range(0, ofKey.size()).mapToObj(number -> ofKey.size() - 1 - number))
                .toArray(Long[]::new);
        TransactionalUnitOfWork.marked(jdbc.sql(APPEND_TO_SEVERAL)
                .param("accounts", byKey.keySet().stream().map(key -> key.account().value()).toArray(String[]::new))
                .param("keys", byKey.keySet().stream().map(Key::key).toArray(String[]::new))
                .param("counts", byKey.values().stream().map(ofKey -> (long) ofKey.size()).toArray(Long[]::new))
                .param("time", Rows.timestamp(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .param("ofAccounts", events.stream().map(event -> event.account().value()).toArray(String[]::new))
                .param("ofKeys", events.stream().map(NewEvent::key).toArray(String[]::new))
                .param("ids", events.stream().map(event -> ids.next(IdPrefix.EVENT)).toArray(String[]::new))
                .param("afters", afters)
                .param("types", events.stream().map(NewEvent::type).toArray(String[]::new))
                .param("data", events.stream().map(event -> JsonColumn.write(event.data())).toArray(String[]::new))
                .query(String.class)
                .single());
    }

    private void writeTo(Key key, List<NewEvent> events) {
        TransactionalUnitOfWork.marked(jdbc.sql(APPEND)
                .param("account", key.account().value())
                .param("key", key.key())
                .param("count", (long) events.size())
                .param("time", Rows.timestamp(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .param("ids", events.stream().map(event -> ids.next(IdPrefix.EVENT)).toArray(String[]::new))
                .param("types", events.stream().map(NewEvent::type).toArray(String[]::new))
                .param("data", events.stream().map(event -> JsonColumn.write(event.data())).toArray(String[]::new))
                .query(String.class)
                .single());
    }

    /** The events of one transaction. */
    private final class Pending implements TransactionSynchronization {

        private final List<NewEvent> events = new ArrayList<>();
        private final IdentityHashMap<Object, Integer> lengthAtSavepoint = new IdentityHashMap<>();
        private boolean written;

        boolean isOf(JdbcEventLog log) {
            return JdbcEventLog.this == log;
        }

        /** Ahead of the unit of work, which looks last for what was written. */
        @Override
        public int getOrder() {
            return 0;
        }

        @Override
        public void savepoint(Object savepoint) {
            lengthAtSavepoint.put(savepoint, events.size());
        }

        @Override
        public void savepointRollback(Object savepoint) {
            events.subList(lengthAtSavepoint.getOrDefault(savepoint, 0), events.size()).clear();
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            write(events);
            written = !events.isEmpty();
        }

        @Override
        public void afterCommit() {
            if (written) {
                nudge.run();
            }
        }
    }
}
