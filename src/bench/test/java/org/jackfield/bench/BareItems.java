package org.jackfield.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jackfield.engine.store.DatabaseAccess;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reference: the rows of work items in four bare commits each, by as many clients over a pool of the product's size. */
final class BareItems implements Contender {

    private final WorkFloor floor;
    private final Clients clients;
    private final HikariDataSource pool;
    private final AtomicInteger number = new AtomicInteger();

    /** One of an item's commits. */
    @FunctionalInterface
    interface Commit {
        void write(Connection connection) throws SQLException;
    }

    /** The database has the product's tables. */
    BareItems(DatabaseAccess database, WorkFloor floor, Clients clients) {
        this.floor = floor;
        this.clients = clients;
        this.pool = database.openPool(Runtime.getRuntime().availableProcessors());
        floor.open(JdbcClient.create(pool));
    }

    @Override
    public String name() {
        return "four bare commits";
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
        pool.close();
    }
}
