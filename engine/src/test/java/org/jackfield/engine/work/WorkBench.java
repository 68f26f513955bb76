package org.jackfield.engine.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jackfield.engine.event.RecordingEventLog;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.id.TimeOrderedIds;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.time.ManualTimers;
import org.jackfield.engine.time.SettableClock;
import org.jackfield.engine.unit.DirectUnitOfWork;
import org.jackfield.engine.unit.UnitOfWork;
import org.jackfield.engine.work.match.QueueRule;

/**
 * Work distribution on one node with a clock that stands still, everything in the calling thread: when a call returns,
 * what follows from it has happened. Remembers what the neighbours were told.
 */
public final class WorkBench implements OfferDesk, WorkItemFlow {

    static final AccountId ACCOUNT = new AccountId("AC00000000000000000000000000000001");

    /** The world that outlives a node: rows, time, and who is alive. */
    public static final class World {
        final SettableClock clock = new SettableClock();
        final ManualTimers timers = new ManualTimers(clock);
        final Ids ids = new TimeOrderedIds(clock, new Random(11));
        final RecordingEventLog events = new RecordingEventLog();
        final Set<String> alive = new HashSet<>();
        final UnitOfWork unit;
        final WorkStores stores;

        public World(UnitOfWork unit, WorkStores stores) {
            this.unit = unit;
            this.stores = stores;
        }

        public static World inMemory() {
            return new World(new DirectUnitOfWork(), new InMemoryWork().stores());
        }
    }

    final World world;
    final WorkspaceOwners owners;
    final Distributor distributor;
    final WorkDirectory directory;
    final PolicyDirectory policies;
    final MediaDirectory media;
    final ItemDirectory changes;
    final Staffing staffing;
    final LocalWorkerStates states = new LocalWorkerStates();
    final List<Offer> offers = new ArrayList<>();
    final List<String> rescinded = new ArrayList<>();
    final List<String> expired = new ArrayList<>();
    final List<WorkSignals.Signal> sent = new ArrayList<>();
    final List<String> flowFacts = new ArrayList<>();
    private final String node;
    private final WorkRuntime runtime;

    WorkBench(World world, String node, WorkSettings settings) {
        this.world = world;
        this.node = node;
        world.alive.add(node);
        runtime = new WorkRuntime(world.unit, world.events, world.clock, world.ids, world.timers,
                Runnable::run);
        WorkNeighbours neighbours = new WorkNeighbours(this, this, states, new Node(),
                (_, signal) -> sent.add(signal));
        owners = new WorkspaceOwners(world.stores, runtime, neighbours, settings);
        distributor = new Distributor(world.stores, runtime, neighbours, settings, owners);
        directory = new WorkDirectory(world.stores, runtime, neighbours, settings, owners);
        policies = new PolicyDirectory(world.stores, runtime, owners);
        media = new MediaDirectory(world.stores, runtime, owners);
        changes = new ItemDirectory(world.stores, runtime, neighbours, settings, owners);
        staffing = new Staffing(world.stores, owners);
    }

    static WorkBench in(World world) {
        return new WorkBench(world, "node-1", WorkSettings.DEFAULT);
    }

    WorkSweep sweep(RecentChanges changes) {
        return new WorkSweep(changes, owners, runtime, new Node());
    }

    /** The node dies: nothing of it acts any more, the rows stay. */
    void die() {
        world.alive.remove(node);
        owners.close();
    }

    WorkBench restartedAs(String newNode) {
        WorkBench next = new WorkBench(world, newNode, WorkSettings.DEFAULT);
        next.owners.takeOverOrphans();
        return next;
    }

    Workspace workspace(String name) {
        return directory.createWorkspace(ACCOUNT, name);
    }

    Activity activity(Workspace workspace, String name) {
        return world.stores.workspaces()
                .listActivities(ACCOUNT, workspace.id(), Paging.first(50))
                .stream()
                .filter(activity -> activity.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Queue queue(Workspace workspace, String name, String targets) {
        return directory.createQueue(ACCOUNT, workspace.id(), new WorkAdministration.QueueSpec(name, targets));
    }

    /** A queue whose items are offered to so many workers at once. */
    Queue queueAsking(Workspace workspace, String name, int atOnce) {
        return directory.createQueue(ACCOUNT, workspace.id(), asking(name, atOnce));
    }

    static WorkAdministration.QueueSpec asking(String name, int atOnce) {
        return new WorkAdministration.QueueSpec(name, "", QueueRule.Order.FIFO, atOnce, Optional.empty(),
                Optional.empty());
    }

    /** A worker who is available from now on. */
    Worker worker(Workspace workspace, String name, Map<String, Object> attributes) {
        Map<String, Object> all = new HashMap<>(attributes);
        all.putIfAbsent(Worker.CONTACT_URI, "sip:" + name + "@example.com");
        Worker worker = directory.createWorker(ACCOUNT, workspace.id(), new WorkAdministration.NewWorker(name, all,
                Optional.of(activity(workspace, "Available").id()), Map.of()));
        world.timers.advance(Duration.ofSeconds(1));
        return worker;
    }

    String enqueue(String queue, String subject) {
        return enqueue(queue, subject, 0, Map.of("from", "+3110" + subject.length()));
    }

    String enqueue(String queue, String subject, int priority, Map<String, Object> attributes) {
        return enqueue(new WorkDistribution.Destination.ToQueue(queue), subject, priority, attributes);
    }

    String enqueue(WorkDistribution.Destination to, String subject, int priority, Map<String, Object> attributes) {
        return distributor.enqueue(new WorkDistribution.NewWorkItem(ACCOUNT, to, "voice", subject, attributes,
                new WorkDistribution.Terms(priority, Duration.ofHours(24))));
    }

    Offer lastOffer() {
        return offers.getLast();
    }

    List<String> offeredWorkers() {
        return offers.stream().map(Offer::contactUri).map(uri -> uri.substring(4, uri.indexOf('@'))).toList();
    }

    WorkItem item(String id) {
        return world.stores.items().find(ACCOUNT, id).orElseThrow();
    }

    void pass(Duration duration) {
        world.timers.advance(duration);
    }

    @Override
    public void offer(Offer offer) {
        offers.add(offer);
    }

    @Override
    public void rescind(Offer offer) {
        rescinded.add(offer.reservationId());
    }

    @Override
    public void expired(AccountId account, String subject, String workItemId) {
        expired.add(workItemId);
    }

    @Override
    public String start(AccountId account, String workItemId, String subject, String queue) {
        return "process of " + workItemId;
    }

    @Override
    public void tell(AccountId account, String processInstanceId, Fact fact) {
        flowFacts.add(fact.name());
    }

    private final class Node implements WorkNode {

        @Override
        public String self() {
            return node;
        }

        @Override
        public boolean isAlive(String other) {
            return world.alive.contains(other);
        }

        @Override
        public boolean isAlone() {
            return world.alive.size() == 1;
        }
    }
}
