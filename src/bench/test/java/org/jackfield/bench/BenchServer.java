package org.jackfield.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.jackfield.engine.store.DatabaseAccess;
import org.jackfield.engine.store.postgres.EmbeddedPostgres;

/** One PostgreSQL server, started as the product starts its own, with a database for each of those that are compared on it. */
final class BenchServer implements AutoCloseable {

    /** What its commits cost, for a report. */
    static final String SETTINGS = "PostgreSQL 17, started as the product starts it: fsync, synchronous_commit and"
            + " full_page_writes on, data checksums, everything else as shipped";

    private final EmbeddedPostgres postgres;

    private BenchServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static BenchServer start(Path folder) {
        return new BenchServer(EmbeddedPostgres.start(folder));
    }

    /** A new one without tables. */
    DatabaseAccess database(String name) {
        DatabaseAccess access = postgres.access();
        try (Connection connection = DriverManager.getConnection(access.url(), access.user(), access.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return postgres.access(name);
    }

    /** A new one with the product's tables. */
    DatabaseAccess migrated(String name) {
        DatabaseAccess access = database(name);
        Flyway.configure()
                .dataSource(access.url(), access.user(), access.password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return access;
    }

    /** Processor time so far. */
    double cpuSeconds() {
        return Cpu.ofFamily(postgres.pid());
    }

    @Override
    public void close() {
        postgres.close();
    }
}
