package org.jackfield.engine.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jackfield.engine.store.DatabaseAccess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class EmbeddedPostgresTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void isDurableAndClosedToStrangers() throws SQLException, IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            DatabaseAccess access = postgres.access();

            assertThat(ask(access, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(access, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(access, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(ask(access, "SHOW data_checksums")).isEqualTo("on");
            assertThat(ask(access, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(access, "SHOW unix_socket_directories")).isEmpty();
            assertThat(ask(access, "SELECT rolpassword FROM pg_authid WHERE rolname = 'jackfield'"))
                    .startsWith("SCRAM-SHA-256$");
            assertThatThrownBy(() -> ask(new DatabaseAccess(access.url(), access.user(), "guess"), "SELECT 1"))
                    .hasMessageContaining("password authentication failed");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                    .isEqualTo("rw-------");
            assertThat(access.toString()).doesNotContain(access.password());
        }
    }

    @Test
    void keepsItsDataAndReplacesTheServerThatAHardKilledRunLeftBehind() throws SQLException {
        EmbeddedPostgres left = EmbeddedPostgres.start(folder);
        ask(left.access(), "CREATE TABLE kept AS SELECT 42 AS answer; SELECT 1");
        left.abandon();

        try (EmbeddedPostgres next = EmbeddedPostgres.start(folder)) {
            assertThat(next.pid()).isNotEqualTo(left.pid());
            assertThat(ProcessHandle.of(left.pid()).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(ask(next.access(), "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void startsBesideAPidFileThatNamesAStrangersProcess() throws SQLException, IOException {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(folder)) {
            ask(first.access(), "SELECT 1");
        }
        Files.writeString(folder.resolve("cluster/postmaster.pid"), ProcessHandle.current().pid() + "\n");

        assertThat(startAndAsk()).isEqualTo("1");
    }

    private String startAndAsk() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            return ask(postgres.access(), "SELECT 1");
        }
    }

    private static String ask(DatabaseAccess access, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(access.url(), access.user(), access.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            while (statement.getResultSet() == null) {
                statement.getMoreResults();
            }
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
