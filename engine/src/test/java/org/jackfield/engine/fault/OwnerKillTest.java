package org.jackfield.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jackfield.engine.store.DatabaseAccess;
import org.jackfield.engine.store.PostgresExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The node that owns a workspace is killed (SIGKILL) at random instants under load, again and again; another takes over, and the
 * killed one starts again. {@code -Djackfield.kills=20 -Djackfield.items=10000} for the long run, {@code -Djackfield.seed=N} for
 * other instants.
 */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(NodeCluster.THE_MACHINE)
@ExtendWith(PostgresExtension.class)
class OwnerKillTest {

    private static final Logger LOG = System.getLogger(OwnerKillTest.class.getName());
    private static final int KILLS = Integer.getInteger("jackfield.kills", 3);
    private static final int ITEMS = Integer.getInteger("jackfield.items", 500);
    private static final long SEED = Long.getLong("jackfield.seed", 2026);
    private static final int CUSTOMERS = 6;
    private static final int BUSY_MILLIS = 2_000;

    private final DatabaseAccess database;
    private final JdbcClient jdbc;

    @TempDir
    private Path folder = Path.of("");

    OwnerKillTest(DatabaseAccess database, JdbcClient jdbc) {
        this.database = database;
        this.jdbc = jdbc;
    }

    @Test
    void losesDoublesAndStrandsNothingWhenOwnersAreKilled() throws InterruptedException {
        Random random = new Random(SEED);
        List<Long> takeovers = new ArrayList<>();
        try (NodeCluster cluster = new NodeCluster(folder, database, jdbc, UnaryOperator.identity(), SEED)) {
            cluster.startAll();
            cluster.load.start(CUSTOMERS);

            for (int kill = 0; kill < KILLS; kill++) {
                NodeCluster.Owner owner = cluster.awaitOwner();
                cluster.awaitQueued(ITEMS * kill / KILLS);
                pause(random.nextInt(BUSY_MILLIS));
                long begin = System.nanoTime();
                cluster.kill(owner.name());
                NodeCluster.Owner next = cluster.awaitTakeover(owner);
                takeovers.add(Duration.ofNanos(System.nanoTime() - begin).toMillis());
                LOG.log(Level.INFO, "kill {0} of {1}: {2} took over from {3} after {4} ms; {5} items", kill + 1, KILLS,
                        next, owner, takeovers.getLast(), cluster.log.queued());
                cluster.startAll();
            }
            cluster.awaitQueued(ITEMS);
            cluster.settle();

            LOG.log(Level.INFO, "seed {0}: {1} kills, {2} items, takeovers in ms: {3}", SEED, KILLS,
                    cluster.log.queued(), takeovers.stream().sorted().toList());
            assertThat(cluster.findings()).as("seed %d", SEED).isEmpty();
            assertThat(cluster.log.queued()).isGreaterThanOrEqualTo(ITEMS);
        }
    }

    private static void pause(long millis) throws InterruptedException {
        new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
    }
}
