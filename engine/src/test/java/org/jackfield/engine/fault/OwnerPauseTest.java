package org.jackfield.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jackfield.engine.fault.ClientLog.Entry;
import org.jackfield.engine.fault.ClientLog.Kind;
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
 * The owner stands still (SIGSTOP) for longer than its lease, under load, and goes on as if nothing had happened. It is told that
 * it owns nothing any more before it can write. {@code -Djackfield.pause-seconds=60} for the long run.
 */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(NodeCluster.THE_MACHINE)
@ExtendWith(PostgresExtension.class)
class OwnerPauseTest {

    private static final Logger LOG = System.getLogger(OwnerPauseTest.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(Integer.getInteger("jackfield.pause-seconds", 15));
    private static final Duration AWAKE = Duration.ofSeconds(5);
    private static final int CUSTOMERS = 4;
    private static final long SEED = 7;

    private final DatabaseAccess database;
    private final JdbcClient jdbc;

    @TempDir
    private Path folder = Path.of("");

    OwnerPauseTest(DatabaseAccess database, JdbcClient jdbc) {
        this.database = database;
        this.jdbc = jdbc;
    }

    @Test
    void letsNothingPassOfAnOwnerThatSleptThroughItsReplacement() {
        try (NodeCluster cluster = new NodeCluster(folder, database, jdbc, UnaryOperator.identity(), SEED)) {
            cluster.startAll();
            cluster.load.start(CUSTOMERS);
            cluster.awaitQueued(50);
            NodeCluster.Owner owner = cluster.awaitOwner();

            cluster.node(owner.name()).pause();
            NodeCluster.Owner next = cluster.awaitTakeover(owner);
            Instant replaced = Instant.now();
            cluster.hold(PAUSE);
            cluster.node(owner.name()).wake();
            cluster.hold(AWAKE);

            assertThat(cluster.owner()).as("nobody took it back").isEqualTo(next);
            cluster.settle();
            List<WorkEvent> events = cluster.events();
            assertThat(cluster.findings()).isEmpty();
            assertThat(staleOffers(cluster, events, owner.name(), replaced)).isEmpty();
            LOG.log(Level.INFO, "{0} took over from {1}; {2} items", next, owner, cluster.log.queued());
        }
    }

    /** Offers of the old owner that were written after its replacement. */
    private static List<Entry> staleOffers(NodeCluster cluster, List<WorkEvent> events, String old, Instant replaced) {
        Map<String, Instant> written = events.stream()
                .filter(event -> event.type().equals("reservation.created"))
                .collect(Collectors.toMap(WorkEvent::reservation, WorkEvent::time));
        return cluster.log.of(Kind.OFFERED)
                .filter(offer -> offer.node().equals(old)
                        && written.getOrDefault(offer.reservation(), Instant.MAX).isAfter(replaced))
                .toList();
    }
}
