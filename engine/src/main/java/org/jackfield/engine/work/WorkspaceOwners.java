package org.jackfield.engine.work;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;

/**
 * The workspaces that this node owns. Takes over what nobody alive owns (at the start, when a node is lost, and when a
 * signal for such a workspace arrives) by compare-and-set of the owner row, and passes signals for the others on to their
 * owners. Thread-safe; returns at once.
 */
public final class WorkspaceOwners implements AutoCloseable {

    private static final Logger LOG = System.getLogger(WorkspaceOwners.class.getName());
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int PAGE = 500;

    private record Key(AccountId account, String workspaceId) {}

    private final Map<Key, WorkspaceOwner> mine = new ConcurrentHashMap<>();
    private final ReentrantLock takingOver = new ReentrantLock();
    private final WorkStores stores;
    private final WorkRuntime runtime;
    private final WorkNeighbours neighbours;
    private final WorkSettings settings;
    private final PolicyShelf policies;
    private volatile boolean closed;

    public WorkspaceOwners(WorkStores stores, WorkRuntime runtime, WorkNeighbours neighbours, WorkSettings settings) {
        this.stores = stores;
        this.runtime = runtime;
        this.neighbours = neighbours;
        this.settings = settings;
        this.policies = new PolicyShelf(stores);
    }

    /** Takes over whatever nobody alive owns. Called at the start and whenever a node left the cluster. */
    public void takeOverOrphans() {
        runtime.executor().execute(() -> retrying(this::takeOverAll));
    }

    /** A committed row changed: its workspace's owner reads it again. Also the receiving end of {@link WorkSignals}. */
    public void signal(WorkSignals.Signal signal) {
        WorkspaceOwner owner = mine.get(key(signal));
        if (owner != null) {
            owner.post(signal);
        } else if (!closed) {
            runtime.executor().execute(() -> retrying(() -> route(signal)));
        }
    }

    /** Has the row read again if its workspace is owned here. */
    void readAgain(WorkSignals.Signal signal) {
        Optional.ofNullable(mine.get(key(signal))).ifPresent(owner -> owner.post(signal));
    }

    /** How many workspaces this node owns. */
    public int count() {
        return mine.size();
    }

    /** Who waits and who could help in the workspaces that this node owns. */
    public WorkCensus census() {
        return mine.values().stream().map(WorkspaceOwner::census).reduce(WorkCensus.NONE, WorkCensus::plus);
    }

    /** How many workers of the queue there are, by activity, when this node owns the workspace and knows it. */
    Optional<Map<String, Integer>> staff(AccountId account, String workspaceId, String queueId) {
        return Optional.ofNullable(mine.get(new Key(account, workspaceId))).flatMap(owner -> owner.staff(queueId));
    }

    @Override
    public void close() {
        closed = true;
        mine.values().forEach(WorkspaceOwner::close);
        mine.clear();
    }

    private void retrying(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "work distribution waits for its store: {0}", e.toString());
            if (!closed) {
                runtime.timers().after(PAUSE, () -> runtime.executor().execute(() -> retrying(work)));
            }
        }
    }

    private void takeOverAll() {
        List<String> nodes = runtime.unit().run(() -> stores.workspaces().ownerNodes());
        nodes.stream().filter(node -> !neighbours.node().isAlive(node)).forEach(this::takeOverAllOf);
    }

    private void takeOverAllOf(String node) {
        String after = "";
        boolean more = true;
        while (more && !closed) {
            Paging paging = new Paging(after, PAGE);
            List<Workspaces.Owned> page = runtime.unit().run(() -> stores.workspaces().ownedBy(node, paging));
            page.forEach(this::takeOver);
            more = page.size() == PAGE;
            after = more ? page.getLast().workspaceId() : "";
        }
    }

    private void route(WorkSignals.Signal signal) {
        Optional<Ownership> found = runtime.unit()
                .run(() -> stores.workspaces().owner(signal.account(), signal.workspaceId()));
        if (found.isEmpty()) {
            return;
        }
        String node = found.get().node();
        if (!node.equals(neighbours.node().self()) && neighbours.node().isAlive(node)) {
            neighbours.signals().send(node, signal);
            return;
        }
        takeOver(new Workspaces.Owned(signal.account(), signal.workspaceId(), found.get()));
        Optional.ofNullable(mine.get(key(signal))).ifPresent(owner -> owner.post(signal));
    }

    private void takeOver(Workspaces.Owned owned) {
        Key key = new Key(owned.account(), owned.workspaceId());
        takingOver.lock();
        try {
            if (closed || mine.containsKey(key)) {
                return;
            }
            String self = neighbours.node().self();
            boolean taken = runtime.unit()
                    .run(() -> stores.workspaces()
                            .takeOver(owned.account(), owned.workspaceId(), owned.ownership(), self));
            if (taken) {
                own(key, new Workspaces.Owned(owned.account(), owned.workspaceId(), owned.ownership().takenBy(self)));
            }
        } finally {
            takingOver.unlock();
        }
    }

    private void own(Key key, Workspaces.Owned owned) {
        WorkWriter writer = new WorkWriter(stores, runtime, neighbours, this::signal);
        WorkspaceOwner.Parts parts = new WorkspaceOwner.Parts(stores, runtime, neighbours, settings, writer,
                policies);
        WorkspaceOwner owner = new WorkspaceOwner(owned, parts, () -> lose(key));
        mine.put(key, owner);
        owner.start();
    }

    private void lose(Key key) {
        Optional.ofNullable(mine.remove(key)).ifPresent(WorkspaceOwner::close);
    }

    private static Key key(WorkSignals.Signal signal) {
        return new Key(signal.account(), signal.workspaceId());
    }
}
