package org.jackfield.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.jackfield.engine.fault.NodeProcess.Start;
import org.jackfield.engine.peer.Peers;
import org.jackfield.engine.store.DatabaseAccess;
import org.jackfield.engine.store.PostgresExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Three nodes in networks of their own lose sight of each other, and of the database, under load. One seed of each kind;
 * {@code -Djackfield.seeds=10 -Djackfield.cut-seconds=60} for the long run. Needs root.
 */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(NodeCluster.THE_MACHINE)
@ExtendWith(PostgresExtension.class)
class ClusterCutTest {

    private static final Logger LOG = System.getLogger(ClusterCutTest.class.getName());
    private static final int SEEDS = Integer.getInteger("jackfield.seeds", 1);
    private static final long FIRST = Long.getLong("jackfield.seed", 1);
    private static final Duration CUT = Duration.ofSeconds(Integer.getInteger("jackfield.cut-seconds", 16));
    private static final int CUSTOMERS = 4;
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final List<String> NODES = List.of("n1", "n2", "n3");

    private final DatabaseAccess database;
    private final JdbcClient jdbc;

    @TempDir
    private Path folder = Path.of("");
    private final List<AutoCloseable> open = new ArrayList<>();

    ClusterCutTest(DatabaseAccess database, JdbcClient jdbc) {
        this.database = database;
        this.jdbc = jdbc;
    }

    static LongStream seeds() {
        return LongStream.range(FIRST, FIRST + SEEDS);
    }

    @BeforeEach
    void forgetTheRunBefore() {
        Peers.requireRoot();
        Peers.require("ip");
        jdbc.sql("TRUNCATE workspace, work_item, reservation, event, event_key, node CASCADE").update();
    }

    @AfterEach
    void takeDown() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
        open.clear();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void leavesTheOwnerAtWorkWhereverItSitsWhenTheClusterIsCut(long seed) throws IOException {
        Networks networks = networks();
        NodeCluster cluster = atWork(networks, seed);
        NodeCluster.Owner owner = cluster.awaitOwner();
        String alone = NODES.get(new Random(seed).nextInt(NODES.size()));

        networks.cutFromPeers(alone);
        cluster.awaitMembers(alone, 1);
        int before = cluster.log.queued();
        cluster.hold(CUT);

        LOG.log(Level.INFO, "seed {0}: {1} alone, owner {2}, {3} items queued while it was cut off", seed, alone, owner,
                cluster.log.queued() - before);
        assertThat(cluster.owner()).isEqualTo(owner);
        assertThat(cluster.log.queued()).isGreaterThan(before);
        Awaitility.await().atMost(LONG).until(() -> cluster.load.completed() > before);
        networks.heal();
        NODES.forEach(node -> cluster.awaitMembers(node, 3));
        cluster.settle();
        assertThat(cluster.findings()).as("seed %d", seed).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void movesTheOwnershipFromWhoAlsoLostTheDatabase(long seed) throws IOException {
        Networks networks = networks();
        NodeCluster cluster = atWork(networks, seed);
        NodeCluster.Owner owner = cluster.awaitOwner();

        networks.cutFromPeers(owner.name());
        networks.cutFromDatabase(owner.name());
        NodeCluster.Owner next = cluster.awaitTakeover(owner);
        int before = cluster.log.queued();
        assertThat(cluster.asked(owner.name())).startsWith("failed");
        cluster.hold(CUT);

        LOG.log(Level.INFO, "seed {0}: {1} took over from {2}, {3} items queued since", seed, next, owner,
                cluster.log.queued() - before);
        assertThat(next.name()).isNotEqualTo(owner.name());
        assertThat(cluster.owner()).isEqualTo(next);
        assertThat(cluster.log.queued()).isGreaterThan(before);
        networks.heal();
        NODES.forEach(node -> cluster.awaitMembers(node, 3));
        Awaitility.await().atMost(LONG).until(() -> cluster.asked(owner.name()).startsWith("done"));
        cluster.settle();
        assertThat(cluster.findings()).as("seed %d", seed).isEmpty();
    }

    private Networks networks() throws IOException {
        Path path = Files.createTempDirectory("jackfield").resolve("db");
        open.add(Relay.fromPath(path, URI.create(database.url().substring("jdbc:".length())).getPort()));
        Networks networks = new Networks(NODES, path);
        open.add(networks);
        return networks;
    }

    private NodeCluster atWork(Networks networks, long seed) {
        NodeCluster cluster = new NodeCluster(folder, database, jdbc, start -> inside(networks, start), seed);
        open.add(cluster);
        cluster.startAll();
        cluster.load.start(CUSTOMERS);
        cluster.awaitQueued(50);
        NODES.forEach(node -> cluster.awaitMembers(node, 3));
        return cluster;
    }

    private static Start inside(Networks networks, Start start) {
        Map<String, String> settings = new HashMap<>(start.settings());
        settings.put("jackfield.cluster.address", networks.address(start.name()));
        settings.put("jackfield.cluster.port", "5701");
        settings.put("jackfield.cluster.members", String.join(",", NODES.stream().map(networks::address).toList()));
        settings.computeIfPresent("jackfield.database.url", (_, url) -> url.replaceFirst("//[^/]*/",
                "//" + Networks.DATABASE_HOST + ":" + Networks.DATABASE_PORT + "/"));
        return new Start(start.name(), start.folder(), Networks.inside(start.name()), settings);
    }
}
