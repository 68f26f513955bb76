package org.jackfield.engine.fault;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jackfield.engine.fault.NodeProcess.Start;
import org.jackfield.engine.store.DatabaseAccess;
import org.jackfield.engine.store.work.JdbcWorkStores;
import org.jackfield.engine.work.Activity;
import org.jackfield.engine.work.Medium;
import org.jackfield.engine.work.Queue;
import org.jackfield.engine.work.WorkStores;
import org.jackfield.engine.work.Worker;
import org.jackfield.engine.work.Workspace;
import org.jackfield.engine.work.match.QueueRule;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Three nodes on one database, a workspace with workers who all can take everything, and clients of theirs. */
final class NodeCluster implements AutoCloseable {

    static final int CAPACITY = 2;
    /** Three processes at a time are enough: tests that start them take turns, beside tests that start none. */
    static final String THE_MACHINE = "org.jackfield.engine.fault.machine";
    private static final String WORKSPACE = "WS00000000000000000000000000000001";
    private static final String QUEUE = "WQ00000000000000000000000000000001";
    private static final String ACTIVITY = "WA00000000000000000000000000000001";
    private static final int WORKERS = 20;
    private static final Duration LONG = Duration.ofMinutes(2);

    final ClientLog log = new ClientLog();
    final WorkLoad load;
    private final JdbcClient jdbc;
    private final Map<String, Start> starts = new LinkedHashMap<>();
    private final Map<String, NodeProcess> nodes = new ConcurrentHashMap<>();

    /** Who owns the workspace, for the how manieth time. */
    record Owner(String name, long epoch) {}

    /** @param change puts a node into a network of its own, or leaves it as it is */
    NodeCluster(Path folder, DatabaseAccess database, JdbcClient jdbc, UnaryOperator<Start> change, long seed) {
        this.jdbc = jdbc;
        this.load = new WorkLoad(() -> List.copyOf(nodes.values()), QUEUE, log, seed);
        openTheCenter();
        List<Integer> ports = NodeProcess.freePorts(3);
        List<String> members = ports.stream().map(port -> "127.0.0.1:" + port).toList();
        for (int i = 0; i < ports.size(); i++) {
            String name = "n" + (i + 1);
            starts.put(name, change.apply(Start.of(name, folder, database, members, ports.get(i))));
        }
    }

    private void openTheCenter() {
        WorkStores stores = JdbcWorkStores.over(jdbc);
        Instant then = Instant.parse("2026-03-02T10:00:00Z");
        stores.workspaces()
                .insert(new Workspace(SlimNode.ACCOUNT, WORKSPACE, "center", ACTIVITY, Optional.empty(),
                        Workspace.Manner.USUAL, then));
        stores.media()
                .insert(new Medium(SlimNode.ACCOUNT, WORKSPACE, "TC00000000000000000000000000000001", "Default",
                        Medium.USUAL, false, then, then));
        stores.workspaces().insert(new Activity(SlimNode.ACCOUNT, WORKSPACE, ACTIVITY, "Available", true));
        stores.queues()
                .insert(new Queue(SlimNode.ACCOUNT, WORKSPACE, QUEUE, "all", "", QueueRule.Order.FIFO, 1,
                        Optional.empty(), Optional.empty()));
        for (int i = 0; i < WORKERS; i++) {
            stores.workers()
                    .insert(new Worker(SlimNode.ACCOUNT, WORKSPACE, "WK%032d".formatted(i), "agent" + i, ACTIVITY,
                            Map.of(), Map.of("default", CAPACITY), Set.of(), then, then, Optional.empty(), 1));
        }
    }

    /** Starts those that do not run, and waits until they work. */
    void startAll() {
        starts.forEach((name, start) -> nodes.computeIfAbsent(name, _ -> new NodeProcess(start, load::hear)));
        nodes.values().forEach(NodeProcess::awaitReady);
    }

    NodeProcess node(String name) {
        return Optional.ofNullable(nodes.get(name)).orElseThrow();
    }

    List<String> names() {
        return List.copyOf(starts.keySet());
    }

    /** SIGKILL; the name may be started again. */
    void kill(String name) {
        Optional.ofNullable(nodes.remove(name)).ifPresent(NodeProcess::kill);
    }

    Owner owner() {
        return jdbc.sql("SELECT owner_node, owner_epoch FROM workspace WHERE id = :id")
                .param("id", WORKSPACE)
                .query((row, _) -> new Owner(row.getString("owner_node").replaceFirst(":.*", ""),
                        row.getLong("owner_epoch")))
                .single();
    }

    /** Waits until some node owns the workspace. */
    Owner awaitOwner() {
        return Awaitility.await().atMost(LONG).until(this::owner, owner -> !owner.name().isEmpty());
    }

    /** Waits until the workspace changed hands since. */
    Owner awaitTakeover(Owner before) {
        return Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .atMost(LONG)
                .until(this::owner, owner -> owner.epoch() > before.epoch());
    }

    /** Lets things go on for a while. */
    void hold(Duration time) {
        Instant end = Instant.now().plus(time);
        Awaitility.await().atMost(time.plus(LONG)).until(() -> !Instant.now().isBefore(end));
    }

    /** Waits until the node sees so many, itself with them. */
    void awaitMembers(String name, int count) {
        Awaitility.await()
                .atMost(LONG)
                .until(() -> node(name).ask("members", "-")
                        .filter(words -> words[1].equals(Integer.toString(count)))
                        .isPresent());
    }

    /** What the node answers to who wants to queue an item. */
    String asked(String name) {
        return node(name).ask("enqueue", QUEUE).map(words -> String.join(" ", words)).orElse("nothing");
    }

    List<WorkEvent> events() {
        return WorkEvent.readAll(jdbc);
    }

    void awaitQueued(int items) {
        Awaitility.await().atMost(Duration.ofMinutes(20)).until(() -> log.queued() >= items);
    }

    /** Waits until nothing is open any more, or as long as it may take: what is left is for the checker. */
    void settle() {
        load.close();
        try {
            Awaitility.await().atMost(LONG).until(() -> load.isQuiet() && openItems() == 0 && unplacedEvents() == 0);
        } catch (ConditionTimeoutException stuck) {
            System.getLogger(NodeCluster.class.getName()).log(System.Logger.Level.WARNING, "items are stuck", stuck);
        }
    }

    List<String> findings() {
        return WorkChecker.findings(events(), log, CAPACITY);
    }

    private long openItems() {
        return count("SELECT count(*) FROM work_item WHERE state IN ('pending', 'reserved', 'assigned', 'wrapping')");
    }

    private long unplacedEvents() {
        return count("SELECT count(*) FROM event WHERE position IS NULL");
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    @Override
    public void close() {
        load.close();
        nodes.values().forEach(NodeProcess::close);
    }
}
