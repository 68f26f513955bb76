package org.jackfield.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jackfield.engine.store.postgres.EmbeddedPostgres;
import org.jackfield.engine.unit.StoreUnavailableException;
import org.jackfield.engine.unit.UnitOfWork;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What callers see while the database is away, and that all is well when it is back. */
@Tag("slow")
class DatabaseAwayTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void refusesAtOnceLeaksNothingAndRecoversWhenTheServerIsKilled() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
                HikariDataSource pool = postgres.access().openPool(1)) {
            JdbcClient jdbc = JdbcClient.create(pool);
            UnitOfWork unit = new TransactionalUnitOfWork(new JdbcTransactionManager(pool));
            unit.run(() -> {
                jdbc.sql("CREATE TABLE kept (value int)").update();
            });
            CountDownLatch inside = new CountDownLatch(1);
            CountDownLatch killed = new CountDownLatch(1);
            CompletableFuture<Void> under = CompletableFuture.runAsync(() -> unit.run(() -> {
                jdbc.sql("INSERT INTO kept VALUES (1)").update();
                inside.countDown();
                waitFor(killed);
                jdbc.sql("INSERT INTO kept VALUES (2)").update();
            }), task -> Thread.ofVirtual().start(task));
            waitFor(inside);

            long before = postgres.pid();
            ProcessHandle.of(before).orElseThrow().destroyForcibly();
            await().atMost(LONG).until(() -> ProcessHandle.of(before).isEmpty());
            killed.countDown();

            assertThatThrownBy(under::join).hasCauseInstanceOf(StoreUnavailableException.class);
            await().atMost(LONG)
                    .ignoreExceptionsInstanceOf(StoreUnavailableException.class)
                    .untilAsserted(
                            () -> assertThat(unit.<Long>run(() -> count(jdbc))).isZero());
            assertThat(postgres.pid()).isNotEqualTo(before);
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        }
    }

    @Test
    void tellsThatTheStoreIsAwayWhenTheServerIsStopped() {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
        try (HikariDataSource pool = postgres.access().openPool(1)) {
            UnitOfWork unit = new TransactionalUnitOfWork(new JdbcTransactionManager(pool));
            unit.run(() -> {});

            postgres.close();

            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> unit.run(() -> {
                    JdbcClient.create(pool).sql("SELECT 1").query(Integer.class).single();
                })).isInstanceOf(StoreUnavailableException.class);
            }
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        }
    }

    private static long count(JdbcClient jdbc) {
        return jdbc.sql("SELECT count(*) FROM kept").query(Long.class).single();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
