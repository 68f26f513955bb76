package org.jackfield.engine.call.run;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jackfield.engine.call.Call;
import org.jackfield.engine.call.Calls;
import org.jackfield.engine.call.InMemoryCalls;
import org.jackfield.engine.call.InMemoryInstructions;
import org.jackfield.engine.call.InMemoryRecordings;
import org.jackfield.engine.call.InboundCalls;
import org.jackfield.engine.call.contract.ContractFixture;
import org.jackfield.engine.call.contract.ContractPhone;
import org.jackfield.engine.call.contract.ToneGauge;
import org.jackfield.engine.event.RecordingEventLog;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.id.TimeOrderedIds;
import org.jackfield.engine.media.Sound;
import org.jackfield.engine.node.NoPost;
import org.jackfield.engine.node.NodeId;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.tenant.Admission;
import org.jackfield.engine.tenant.FlowAddress;
import org.jackfield.engine.tenant.NumberAssignment;
import org.jackfield.engine.time.ScheduledTimers;
import org.jackfield.engine.unit.DirectUnitOfWork;
import org.jackfield.engine.work.Distributor;
import org.jackfield.engine.work.InMemoryWork;
import org.jackfield.engine.work.LocalWorkerStates;
import org.jackfield.engine.work.OfferDesk;
import org.jackfield.engine.work.Queue;
import org.jackfield.engine.work.Reservation;
import org.jackfield.engine.work.WorkAdministration;
import org.jackfield.engine.work.WorkAdministration.NewWorker;
import org.jackfield.engine.work.WorkAdministration.QueueSpec;
import org.jackfield.engine.work.WorkDirectory;
import org.jackfield.engine.work.WorkItem;
import org.jackfield.engine.work.WorkItemFlow;
import org.jackfield.engine.work.WorkNeighbours;
import org.jackfield.engine.work.WorkNode;
import org.jackfield.engine.work.WorkRuntime;
import org.jackfield.engine.work.WorkSettings;
import org.jackfield.engine.work.WorkStores;
import org.jackfield.engine.work.Worker;
import org.jackfield.engine.work.Workspace;
import org.jackfield.engine.work.WorkspaceOwners;
import org.jackfield.engine.work.match.QueueRule;
import org.jspecify.annotations.Nullable;

/**
 * Calls and work distribution together, in memory and in real time, over an implementation of the port to the phones: every
 * call waits in one queue, which asks several agents at once.
 */
final class QueueBench implements AutoCloseable {

    static final AccountId ACCOUNT = new AccountId("AC00000000000000000000000000000001");
    static final String NUMBER = "+15550100";
    /** The tone that callers hear while they wait. */
    static final int MUSIC = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final WorkSettings SETTINGS = new WorkSettings(Duration.ofMinutes(2), Duration.ZERO,
            Duration.ofMillis(500), Duration.ofMillis(500), Duration.ZERO, Duration.ofDays(1), 1_000);

    final ContractFixture fixture;
    final DirectUnitOfWork unit = new DirectUnitOfWork();
    final ScriptedFlows flows = new ScriptedFlows();
    final RecordingEventLog events = new RecordingEventLog();
    private final Ids ids = new TimeOrderedIds(Clock.systemUTC(), new Random(9));
    private final ScheduledTimers timers = new ScheduledTimers("queue-bench");
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<@Nullable CallEngine> engine = new AtomicReference<>();
    private final InMemoryCalls calls = new InMemoryCalls();
    private final CallStores callStores = new CallStores(unit, calls, new InMemoryInstructions(calls),
            new InMemoryRecordings(), events);
    private final WorkStores workStores = new InMemoryWork().stores();
    private final WorkAdministration directory;
    private final Distributor distributor;
    private final Workspace workspace;
    private final Queue queue;
    private final Map<String, String> names = new HashMap<>();

    QueueBench(Function<InboundCalls, ContractFixture> opening, int atOnce) {
        fixture = opening.apply(call -> engine().inbound().offer(call));
        WorkRuntime runtime = new WorkRuntime(unit, events, Clock.systemUTC(), ids, timers, executor);
        WorkNeighbours neighbours = new WorkNeighbours(new Desk(), new NoFlow(), new LocalWorkerStates(), new Alone(),
                (_, _) -> {});
        WorkspaceOwners owners = new WorkspaceOwners(workStores, runtime, neighbours, SETTINGS);
        distributor = new Distributor(workStores, runtime, neighbours, SETTINGS, owners);
        directory = new WorkDirectory(workStores, runtime, neighbours, SETTINGS, owners);
        workspace = directory.createWorkspace(ACCOUNT, "center");
        queue = directory.createQueue(ACCOUNT, workspace.id(), new QueueSpec("sales", "", QueueRule.Order.FIFO, atOnce,
                Optional.empty(), Optional.empty()));
        start(1);
    }

    /** The node with its calls starts, for the so manyeth time: of those before it knows the rows alone. */
    CallEngine start(long incarnation) {
        FlowAddress flow = flows.flow("wait", ScriptedFlows.line("enqueue", Map.of("queue", queue.name())));
        Neighbours neighbours = new Neighbours(fixture.control(), () -> flows, () -> distributor,
                number -> Optional.of(new NumberAssignment(ACCOUNT, "PN1", number, flow)), new Everybody(),
                new NoPost());
        CallEngine made = new CallEngine(callStores, neighbours,
                new CallEngine.Voices((_, _) -> ToneGauge.tone(MUSIC, 1_000), _ -> Sound.of(new short[160])),
                new Home(() -> new NodeId("node", incarnation), fixture.folder()),
                new CallEngine.Ground(ids, Clock.systemUTC(), timers, executor));
        flows.use(made.instructionDesk());
        engine.set(made);
        return made;
    }

    CallEngine engine() {
        return Optional.ofNullable(engine.get()).orElseThrow();
    }

    /** An agent who takes calls at the phone from now on. */
    ContractPhone agent(String name) {
        ContractPhone phone = fixture.phone();
        String available = unit.run(() -> workStores.workspaces()
                .listActivities(ACCOUNT, workspace.id(), Paging.first(50))
                .stream()
                .filter(activity -> activity.available())
                .findFirst()
                .orElseThrow()
                .id());
        Worker worker = directory.createWorker(ACCOUNT, workspace.id(), new NewWorker(name,
                Map.of(Worker.CONTACT_URI, phone.address()), Optional.of(available), Map.of()));
        names.put(worker.id(), name);
        return phone;
    }

    /** A call that is answered and waits. */
    ContractPhone.Line caller() {
        ContractPhone.Line line = fixture.phone().call(NUMBER);
        until("the caller hears the music", () -> line.hears(MUSIC));
        return line;
    }

    ContractPhone.Line nextRing(ContractPhone phone) {
        AtomicReference<Optional<ContractPhone.Line>> found = new AtomicReference<>(Optional.empty());
        until("the phone rings", () -> {
            found.set(phone.nextRing());
            return found.get().isPresent();
        });
        return found.get().orElseThrow();
    }

    /** The newest item. */
    WorkItem item() {
        return unit.run(() -> workStores.items().list(ACCOUNT, workspace.id(), Paging.first(50)).getLast());
    }

    /** What became of the newest item's offers, in order: whose, and the word. */
    List<String> reservations() {
        String item = item().id();
        return unit.run(() -> workStores.reservations().listOfItem(ACCOUNT, item, Paging.first(50)))
                .stream()
                .map(this::words)
                .toList();
    }

    private String words(Reservation reservation) {
        return names.getOrDefault(reservation.workerId(), "nobody") + " " + reservation.state().word();
    }

    List<Call> calls() {
        return unit.run(() -> calls.list(ACCOUNT, Calls.Filter.ALL, Paging.first(100)));
    }

    static void until(String what, Callable<Boolean> condition) {
        await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(condition);
    }

    void untilNothingIsLeft() {
        until("no call is left", () -> engine().census().equals(new CallCensus(0, 0, 0)));
    }

    @Override
    public void close() {
        fixture.close();
        timers.close();
        executor.shutdownNow();
    }

    private final class Desk implements OfferDesk {

        @Override
        public void offer(Offer offer) {
            engine().offerDesk().offer(offer);
        }

        @Override
        public void rescind(Offer offer) {
            engine().offerDesk().rescind(offer);
        }

        @Override
        public void expired(AccountId account, String subject, String workItemId) {
            engine().offerDesk().expired(account, subject, workItemId);
        }
    }

    private static final class NoFlow implements WorkItemFlow {

        @Override
        public String start(AccountId account, String workItemId, String subject, String queueName) {
            return "process of " + workItemId;
        }

        @Override
        public void tell(AccountId account, String processInstanceId, Fact fact) {
            // Nobody drew a model for items here.
        }
    }

    private static final class Alone implements WorkNode {

        @Override
        public String self() {
            return "node";
        }

        @Override
        public boolean isAlive(String node) {
            return node.equals(self());
        }

        @Override
        public boolean isAlone() {
            return true;
        }
    }

    private static final class Everybody implements Admission {

        @Override
        public Verdict admit(AccountId account, String callId) {
            return Verdict.ADMITTED;
        }

        @Override
        public void release(AccountId account, String callId) {
            // Nobody counts here.
        }
    }
}
