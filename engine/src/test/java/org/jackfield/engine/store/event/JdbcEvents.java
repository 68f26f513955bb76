package org.jackfield.engine.store.event;

import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import javax.sql.DataSource;
import org.jackfield.engine.event.EventLog;
import org.jackfield.engine.event.EventReader;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.id.TimeOrderedIds;
import org.jackfield.engine.store.TransactionalUnitOfWork;
import org.jackfield.engine.unit.UnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The event log of one node for tests: log, reader, watches and a running relay on a data source. */
public final class JdbcEvents implements AutoCloseable {

    private final UnitOfWork unit;
    private final EventWatches watches;
    private final EventRelay relay;
    private final EventLog log;
    private final EventReader reader;

    /** @param seed of the ids' random part */
    public JdbcEvents(DataSource database, Clock clock, long seed) {
        JdbcClient jdbc = JdbcClient.create(database);
        EventOptions options = new EventOptions(Duration.ofDays(30), Duration.ofMillis(20));
        Ids ids = new TimeOrderedIds(clock, new Random(seed));
        unit = new TransactionalUnitOfWork(new JdbcTransactionManager(database));
        watches = new EventWatches(() -> JdbcEventReader.lastPosition(jdbc), options.poll());
        relay = new EventRelay(database, options, clock, watches::nudge);
        log = new JdbcEventLog(jdbc, ids, clock, relay::nudge);
        reader = new JdbcEventReader(jdbc, watches);
        relay.start();
    }

    public UnitOfWork unit() {
        return unit;
    }

    public EventLog log() {
        return log;
    }

    public EventReader reader() {
        return reader;
    }

    public EventRelay relay() {
        return relay;
    }

    @Override
    public void close() {
        watches.close();
        relay.close();
    }
}
