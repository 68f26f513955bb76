package org.jackfield.bench;

import org.jackfield.engine.store.ConnectionPool;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jackfield.engine.store.DatabaseAccess;
import org.jackfield.engine.store.event.EventOptions;
import org.jackfield.engine.store.event.EventRelay;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The reference: the rows of work items in four bare commits each, by as many clients over a pool of the product's size. Beside
 * it, to show what that costs, the same with the product's relay, which gives each event its place in the stream.
 */
final class BareItems implements Contender {

    private final WorkFloor floor;
    private final Clients clients;
    private final ConnectionPool pool;
    private final AtomicInteger number = new AtomicInteger();
    private final Optional<EventRelay> relay;

    /** One of an item's commits. */
    @FunctionalInterface
    interface Commit {
        void write(Connection connection) throws SQLException;
    }

    /** The database has the product's tables. */
    BareItems(DatabaseAccess database, WorkFloor floor, Clients clients) {
        this(database, floor, clients, false);
    }

    private BareItems(DatabaseAccess database, WorkFloor floor, Clients clients, boolean placing) {
        this.floor = floor;
        this.clients = clients;
        this.pool = database.openPool(Runtime.getRuntime().availableProcessors());
        this.relay = placing
                ? Optional.of(new EventRelay(pool.unpooled(), EventOptions.defaults(), Clock.systemUTC(), () -> {}))
                : Optional.empty();
        floor.open(JdbcClient.create(pool));
        relay.ifPresent(EventRelay::start);
    }

    /** The same with places for the events. */
    static BareItems placing(DatabaseAccess database, WorkFloor floor, Clients clients) {
        return new BareItems(database, floor, clients, true);
    }

    @Override
    public String name() {
        return relay.isPresent() ? "with places of events" : "four bare commits";
    }

    int connections() {
        return pool.getMaximumPoolSize();
    }

    @Override
    public Turn run(Duration time) {
        return clients.run(time, client -> {
            BareItem item = create(client);
            commit(item::reserve);
            commit(item::accept);
            commit(item::complete);
        });
    }

    /** A new one, committed, for that client's worker. */
    BareItem create(int client) {
        BareItem item = new BareItem(floor.queue(number.incrementAndGet()), floor.worker(client));
        commit(item::create);
        return item;
    }

    /** As the product does, with a connection from the pool for each commit. */
    void commit(Commit commit) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                commit.write(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public double cpuSeconds() {
        return Cpu.ofProcess(ProcessHandle.current().pid());
    }

    @Override
    public void close() {
        relay.ifPresent(EventRelay::close);
        pool.close();
    }
}
