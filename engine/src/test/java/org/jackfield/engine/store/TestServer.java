package org.jackfield.engine.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.jackfield.engine.store.postgres.EmbeddedPostgres;

/**
 * The embedded server of a test JVM, on the first folder below {@code target} that no other JVM holds. Folders are kept, so
 * that the next run starts quickly; databases are not.
 */
public final class TestServer implements AutoCloseable {

    private static final String TEMPLATE = "migrated_template";
    private static final int FOLDERS = 20;
    private static final int POOL_FOR_CORES = 4;

    private final DataFolder folder;
    private final EmbeddedPostgres postgres;
    private final AtomicInteger databases = new AtomicInteger();

    private TestServer(DataFolder folder, EmbeddedPostgres postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    /** Starts it and migrates the template. */
    public static TestServer start() {
        DataFolder folder = freeFolder();
        TestServer server = new TestServer(folder, EmbeddedPostgres.start(folder.resolve("postgres")));
        server.dropLeftovers();
        server.execute("CREATE DATABASE " + TEMPLATE);
        DatabaseAccess template = server.postgres.access(TEMPLATE);
        Flyway.configure()
                .dataSource(template.url(), template.user(), template.password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return server;
    }

    /** A copy of the template. */
    public TestDatabase newDatabase() {
        String name = "test_" + databases.incrementAndGet();
        execute("CREATE DATABASE %s TEMPLATE %s".formatted(name, TEMPLATE));
        DatabaseAccess access = postgres.access(name);
        return new TestDatabase(access, access.openPool(POOL_FOR_CORES));
    }

    @Override
    public void close() {
        postgres.close();
        folder.close();
    }

    private static DataFolder freeFolder() {
        return IntStream.range(0, FOLDERS)
                .mapToObj(TestServer::tryFolder)
                .flatMap(List::stream)
                .findFirst()
                .orElseThrow();
    }

    private static List<DataFolder> tryFolder(int number) {
        try {
            return List.of(DataFolder.open(Path.of("target", "test-postgres-" + number)));
        } catch (DataFolderTakenException e) {
            return List.of();
        }
    }

    private void dropLeftovers() {
        List<String> names = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT datname FROM pg_database WHERE datname LIKE 'test_%' "
                        + "OR datname = '" + TEMPLATE + "'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        names.forEach(name -> execute("DROP DATABASE " + name + " WITH (FORCE)"));
    }

    private void execute(String sql) {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect() throws SQLException {
        DatabaseAccess access = postgres.access();
        return DriverManager.getConnection(access.url(), access.user(), access.password());
    }
}
