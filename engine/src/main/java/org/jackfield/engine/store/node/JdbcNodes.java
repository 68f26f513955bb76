package org.jackfield.engine.store.node;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jackfield.engine.node.NodeId;
import org.jackfield.engine.node.Nodes;
import org.jackfield.engine.unit.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Nodes by their heartbeat in PostgreSQL, on one thread; listeners are told on another. A node judges the silence of others only
 * after it has itself reached the database without a break for a whole lease: when the database was away, everybody was silent.
 * A suspect whose session with the database ended too is lost at once.
 */
public final class JdbcNodes implements Nodes, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcNodes.class);

    private final NodeTable table;
    /** Belongs to the heartbeat's thread. */
    private final NodeSession session;
    private final Suspects suspects = new Suspects();
    private final NodeOptions options;
    private final Clock clock;
    /** Both belong to the teller's thread, so that each listener hears of each node once, whenever it came. */
    private final List<Consumer<NodeId>> listeners = new ArrayList<>();
    private final List<NodeId> over = new ArrayList<>();
    private final Map<String, Long> toldOver = new HashMap<>();
    private final ExecutorService teller = Executors
            .newSingleThreadExecutor(Thread.ofVirtual().name("node-over").factory());
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile NodeId self;
    private volatile Set<NodeId> alive = Set.of();
    private Instant steadySince;
    private Instant lastBeat;

    /**
     * Registers a new incarnation of this node; its heart beats from {@link #start} on.
     *
     * @param sessions opens the connection that the node keeps for itself
     */
    public JdbcNodes(DataSource database, DataSource sessions, String name, NodeOptions options, Clock clock) {
        this.table = new NodeTable(database);
        this.session = new NodeSession(sessions);
        this.options = options;
        this.clock = clock;
        this.self = table.register(name);
        this.steadySince = clock.instant();
        this.lastBeat = steadySince;
    }

    /** Starts the heartbeat. */
    public void start() {
        Thread.ofVirtual().name("node-heartbeat").start(this::loop);
    }

    @Override
    public NodeId self() {
        return self;
    }

    @Override
    public boolean isAlive(NodeId node) {
        return alive.contains(node) || table.isAlive(node).orElse(false);
    }

    @Override
    public boolean isAlone() {
        NodeId me = self;
        return alive.stream().allMatch(me::equals);
    }

    @Override
    public Registration onOver(Consumer<NodeId> listener) {
        Consumer<NodeId> own = node -> listener.accept(node);
        onTeller(() -> {
            listeners.add(own);
            over.forEach(node -> tellUntilDone(own, node));
        });
        return () -> onTeller(() -> listeners.remove(own));
    }

    @Override
    public void suspect(NodeId node) {
        if (!node.equals(self)) {
            suspects.add(node);
        }
    }

    /** Stops the heartbeat and says that this node has ended. */
    @Override
    public void close() {
        closed.countDown();
        suspects.wake();
        teller.shutdown();
        try {
            table.end(self);
        } catch (RuntimeException e) {
            LOG.debug("the database does not hear that this node ends", e);
        }
    }

    private void loop() {
        try (session) {
            while (closed.getCount() > 0) {
                tryBeat();
                suspects.await(options.beat());
            }
        } catch (InterruptedException e) {
            LOG.debug("the heartbeat stops");
        }
    }

    private void tryBeat() {
        try {
            beat();
        } catch (RuntimeException e) {
            session.close();
            LOG.debug("the heartbeat did not reach the database", e);
        }
    }

    private void beat() {
        NodeId before = self;
        NodeTable own = session.table(before);
        boolean stillMe = own.beat(before);
        Instant now = clock.instant();
        if (Duration.between(lastBeat, now).compareTo(options.lease().dividedBy(2)) > 0) {
            steadySince = now;
        }
        lastBeat = now;
        if (!stillMe && closed.getCount() > 0) {
            self = own.register(before.name());
            session.table(self);
            LOG.warn("{} was declared lost, or its name is used by another node; it goes on as {}", before, self);
        }
        if (Duration.between(steadySince, now).compareTo(options.lease()) >= 0) {
            own.declareLost(self, options.lease());
        }
        suspects.judge(own);
        lookAround(own.all());
    }

    private void lookAround(List<NodeTable.Row> rows) {
        alive = rows.stream().filter(NodeTable.Row::alive).map(NodeTable.Row::id).collect(Collectors.toSet());
        rows.stream().filter(row -> row.alive() || !row.id().name().equals(self.name())).forEach(this::tellWhatIsOver);
    }

    /** Of a node that was followed by its next incarnation the one before is over too, this node's own as well. */
    private void tellWhatIsOver(NodeTable.Row row) {
        long over = row.alive() ? row.id().incarnation() - 1 : row.id().incarnation();
        Long before = toldOver.put(row.id().name(), over);
        if (over > 0 && (before == null || before < over)) {
            tell(new NodeId(row.id().name(), over));
        }
    }

    private void tell(NodeId node) {
        LOG.info("node {} is over", node);
        onTeller(() -> {
            over.add(node);
            listeners.forEach(listener -> tellUntilDone(listener, node));
        });
    }

    private void onTeller(Runnable task) {
        try {
            teller.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("this node ends, nobody is told any more");
        }
    }

    private void tellUntilDone(Consumer<NodeId> listener, NodeId node) {
        try {
            while (!told(listener, node) && !closed.await(options.beat().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("what node {} left behind is taken care of when the database is back", node);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean told(Consumer<NodeId> listener, NodeId node) {
        try {
            listener.accept(node);
            return true;
        } catch (StoreUnavailableException e) {
            return false;
        } catch (RuntimeException e) {
            LOG.error("what node {} left behind could not be taken care of", node, e);
            return true;
        }
    }
}
