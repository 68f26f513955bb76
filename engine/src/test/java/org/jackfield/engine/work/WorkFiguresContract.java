package org.jackfield.engine.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jackfield.engine.work.WorkBench.ACCOUNT;
import static org.jackfield.engine.work.policy.Documents.filter;
import static org.jackfield.engine.work.policy.Documents.policy;
import static org.jackfield.engine.work.policy.Documents.target;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.LiveFigures.Since;
import org.jackfield.engine.work.WorkDistribution.Destination;
import org.jackfield.engine.work.WorkDistribution.NewWorkItem;
import org.jackfield.engine.work.WorkDistribution.Terms;
import org.jackfield.engine.work.statistics.Figures;
import org.jackfield.engine.work.statistics.Lengths;
import org.jackfield.engine.work.statistics.Milestone.Kind;
import org.jackfield.engine.work.statistics.Period;
import org.jackfield.engine.work.statistics.Slice;
import org.jackfield.engine.work.statistics.Slice.Part;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is counted of a day's work; the same on all stores. */
public abstract class WorkFiguresContract {

    private static final AccountId STRANGER = new AccountId("AC00000000000000000000000000000002");
    private static final Duration HOUR = Duration.ofHours(1);

    private WorkBench bench;
    private Workspace workspace;
    private Queue sales;
    private Queue support;
    private Instant opened = Instant.EPOCH;

    @BeforeEach
    void openTheCenter() {
        bench = WorkBench.in(world());
        workspace = bench.workspace("center");
        sales = bench.queue(workspace, "sales", "skills HAS 'sales'");
        support = bench.queue(workspace, "support", "");
        opened = now();
    }

    /** An empty world. */
    protected abstract WorkBench.World world();

    @Test
    void countsOpenItemsByQueueStateAndPriority() {
        seller("ann");
        String assigned = call("sales", "CA1", 0);
        bench.distributor.accept(ACCOUNT, bench.lastOffer().reservationId());
        call("sales", "CA2", 0);
        call("sales", "CA3", 5);
        chat("sales", 5);
        String gone = call("sales", "CA5", 0);
        bench.distributor.cancel(ACCOUNT, gone, "hung-up");

        OpenWork all = open(all());

        assertThat(all.total()).isEqualTo(4);
        assertThat(all.in(WorkItemState.ASSIGNED)).isEqualTo(1);
        assertThat(all.in(WorkItemState.PENDING)).isEqualTo(2);
        assertThat(all.in(WorkItemState.RESERVED)).isEqualTo(1);
        assertThat(all.waiting()).isEqualTo(3);
        assertThat(all.byPriority()).isEqualTo(Map.of(0, 2L, 5, 2L));
        assertThat(open(all().only(Part.QUEUES, Set.of(support.id()))).total()).isZero();
        assertThat(open(ofMedium("chat")).total()).isEqualTo(1);
        assertThat(bench.item(assigned).state()).isEqualTo(WorkItemState.ASSIGNED);
    }

    @Test
    void namesTheItemThatWaitsLongestAndLeavesOutWhoIsServed() {
        seller("ann");
        call("sales", "CA1", 0);
        bench.distributor.accept(ACCOUNT, bench.lastOffer().reservationId());
        bench.pass(Duration.ofSeconds(10));
        Instant start = now();
        String second = call("sales", "CA2", 0);
        bench.pass(Duration.ofSeconds(10));
        call("sales", "CA3", 9);

        assertThat(open(all()).oldestWaiting()).contains(new Since(second, start));
        assertThat(open(all()).longestInQueue()).contains(new Since(second, start));
        assertThat(OpenWork.NONE.oldestWaiting()).isEmpty();
    }

    @Test
    void measuresTheTimeInTheQueueApartFromTheAge() {
        followedBy(policy(Map.of(), filter("all", "1 == 1", target("sales", "timeout", 30), target("support"))));
        Instant start = now();
        String item = byPolicy("CA1");
        bench.pass(Duration.ofSeconds(40));

        OpenWork there = open(all().only(Part.QUEUES, Set.of(support.id())));

        assertThat(there.oldestWaiting()).contains(new Since(item, start));
        assertThat(there.longestInQueue()).contains(new Since(item, start.plusSeconds(30)));
    }

    @Test
    void countsEveryMilestoneOfAnItemAndHowLongItHadWaited() {
        seller("ann");
        bench.pass(Duration.ofSeconds(1));
        String item = call("sales", "CA1", 0);
        bench.distributor.reject(ACCOUNT, bench.lastOffer().reservationId(), "busy");
        bench.pass(Duration.ofSeconds(10));
        bench.pass(Duration.ofMinutes(2));
        bench.pass(Duration.ofSeconds(10));
        bench.distributor.accept(ACCOUNT, bench.lastOffer().reservationId());
        bench.pass(Duration.ofMinutes(1));
        bench.distributor.wrapUp(ACCOUNT, item, "hung-up");
        bench.pass(Duration.ofSeconds(10));

        Figures figures = figures(all());

        assertThat(bench.item(item).state()).isEqualTo(WorkItemState.COMPLETED);
        assertThat(Map.of(Kind.CREATED, 1L, Kind.RESERVATION_CREATED, 3L, Kind.RESERVATION_REJECTED, 1L,
                Kind.RESERVATION_TIMED_OUT, 1L, Kind.RESERVATION_ACCEPTED, 1L, Kind.RESERVATION_WRAPPING, 1L,
                Kind.RESERVATION_COMPLETED, 1L, Kind.COMPLETED, 1L, Kind.CANCELED, 0L, Kind.MOVED_OUT, 0L))
                .allSatisfy((kind, number) -> assertThat(figures.number(kind)).as("%s", kind).isEqualTo(number));
        assertThat(figures.waited(Kind.RESERVATION_ACCEPTED)).isEqualTo(Lengths.of(Duration.ofSeconds(140)));
        assertThat(figures.waitedInQueue(Kind.RESERVATION_ACCEPTED)).isEqualTo(Lengths.of(Duration.ofSeconds(140)));
    }

    @Test
    void sumsAndSplitsHowLongItemsWaited() {
        for (int seconds : List.of(4, 5, 30)) {
            String item = call("support", "CA" + seconds, 0);
            bench.pass(Duration.ofSeconds(seconds));
            Worker worker = bench.worker(workspace, "worker " + seconds, Map.of());
            bench.distributor.accept(ACCOUNT, bench.lastOffer().reservationId());
            bench.distributor.complete(ACCOUNT, item, "done");
            bench.directory.deleteWorker(ACCOUNT, workspace.id(), worker.id());
        }
        String left = call("support", "CA9", 0);
        bench.pass(Duration.ofSeconds(7));
        bench.distributor.cancel(ACCOUNT, left, "hung-up");

        Figures figures = figures(all().only(Part.QUEUES, Set.of(support.id())));
        Lengths accepted = figures.waited(Kind.RESERVATION_ACCEPTED);

        assertThat(accepted).isEqualTo(new Lengths(3, Duration.ofSeconds(42), Duration.ofSeconds(5),
                Duration.ofSeconds(31)));
        assertThat(accepted.average()).isEqualTo(Duration.ofSeconds(14));
        assertThat(figures.waited(Kind.CANCELED).total()).isEqualTo(Duration.ofSeconds(7));
        assertThat(figures.below(Duration.ofSeconds(5), Kind.RESERVATION_ACCEPTED)).isEqualTo(1);
        assertThat(figures.above(Duration.ofSeconds(5), Kind.RESERVATION_ACCEPTED)).isEqualTo(2);
        assertThat(figures.below(Duration.ofSeconds(10), Kind.CANCELED)).isEqualTo(1);
        assertThat(figures.above(Duration.ofSeconds(5), Kind.CANCELED)).isEqualTo(1);
        assertThat(figures.above(Duration.ofSeconds(5), Kind.COMPLETED)).isZero();
    }

    @Test
    void countsWhatMovedAtBothQueuesAndWhatRanOutOfItsPolicy() {
        PolicyDocument policy = followedBy(policy(Map.of(), filter("all", "type == 'sales'",
                target("sales", "timeout", 30), target("support", "timeout", 30))));
        String moved = byPolicy("CA1");
        bench.pass(Duration.ofMinutes(1));
        String turnedAway = bench.enqueue(new Destination.ByPolicy("routing"), "CA2", 0, Map.of("type", "other"));

        Figures ofPolicy = figures(all().only(Part.POLICIES, Set.of(policy.id())));
        Map<String, Figures> byQueue = Figures.byQueue(
                bench.world.unit.run(() -> bench.world.stores.figures().milestones().tallies(all(), today())),
                List.of());

        assertThat(List.of(moved, turnedAway)).extracting(id -> bench.item(id).state())
                .containsOnly(WorkItemState.CANCELED);
        assertThat(ofPolicy.number(Kind.CREATED)).isEqualTo(2);
        assertThat(ofPolicy.number(Kind.MOVED_OUT)).isEqualTo(1);
        assertThat(ofPolicy.number(Kind.USED_UP)).isEqualTo(2);
        assertThat(ofPolicy.waited(Kind.CANCELED)).isEqualTo(
                new Lengths(2, Duration.ofMinutes(1), Duration.ZERO, Duration.ofMinutes(1)));
        assertThat(byQueue.getOrDefault(sales.id(), Figures.NONE).number(Kind.CREATED, Kind.MOVED_IN)).isEqualTo(1);
        assertThat(byQueue.getOrDefault(sales.id(), Figures.NONE).number(Kind.MOVED_OUT)).isEqualTo(1);
        assertThat(byQueue.getOrDefault(support.id(), Figures.NONE).number(Kind.CREATED, Kind.MOVED_IN)).isEqualTo(1);
        assertThat(byQueue.getOrDefault(support.id(), Figures.NONE).waitedInQueue(Kind.CANCELED))
                .isEqualTo(Lengths.of(Duration.ofSeconds(30)));
    }

    @Test
    void countsOnlyWhatLiesInThePeriodBothEndsIncluded() {
        call("sales", "CA1", 0);
        bench.pass(Duration.ofSeconds(10));
        Instant second = now();
        call("sales", "CA2", 0);
        bench.pass(Duration.ofSeconds(10));
        call("sales", "CA3", 0);

        assertThat(figures(all(), new Period(second, second)).number(Kind.CREATED)).isEqualTo(1);
        assertThat(figures(all(), new Period(second, now())).number(Kind.CREATED)).isEqualTo(2);
        assertThat(figures(all(), new Period(second.plusMillis(1), now().minusMillis(1))).number(Kind.CREATED))
                .isZero();
        assertThat(figures(ofMedium("chat")).number(Kind.CREATED)).isZero();
        assertThat(figures(ofMedium("voice")).number(Kind.CREATED)).isEqualTo(3);
    }

    @Test
    void countsTheReservationsOfWorkersApart() {
        Worker ann = seller("ann");
        Worker bob = seller("bob");
        call("sales", "CA1", 0);
        bench.distributor.accept(ACCOUNT, bench.lastOffer().reservationId());
        String second = call("sales", "CA2", 0);
        bench.distributor.cancel(ACCOUNT, second, "hung-up");

        Figures annes = figures(all().only(Part.WORKERS, Set.of(ann.id())));
        Figures bobs = figures(all().only(Part.WORKERS, Set.of(bob.id())));

        assertThat(annes.number(Kind.RESERVATION_ACCEPTED)).isEqualTo(1);
        assertThat(annes.number(Kind.RESERVATION_CANCELED)).isZero();
        assertThat(bobs.number(Kind.RESERVATION_CREATED)).isEqualTo(1);
        assertThat(bobs.number(Kind.RESERVATION_CANCELED)).isEqualTo(1);
        assertThat(figures(all().only(Part.WORKERS, Set.of(ann.id(), bob.id()))).number(Kind.RESERVATION_CREATED))
                .isEqualTo(2);
    }

    @Test
    void measuresHowLongWorkersAreInEachActivityAndCutsAtThePeriod() {
        Worker ann = bench.worker(workspace, "ann", Map.of());
        bench.pass(Duration.ofSeconds(59));
        to(ann, "Offline");
        bench.pass(Duration.ofSeconds(30));
        to(ann, "Available");
        bench.pass(Duration.ofSeconds(20));
        Slice annes = all().only(Part.WORKERS, Set.of(ann.id()));
        String available = bench.activity(workspace, "Available").id();
        String offline = bench.activity(workspace, "Offline").id();

        assertThat(lengths(annes, today())).isEqualTo(Map.of(available,
                new Lengths(2, Duration.ofSeconds(80), Duration.ofSeconds(20), Duration.ofMinutes(1)), offline,
                Lengths.of(Duration.ofSeconds(30))));
        assertThat(lengths(annes, new Period(opened.plusSeconds(50), opened.plusSeconds(70)))).isEqualTo(
                Map.of(available, Lengths.of(Duration.ofSeconds(10)), offline, Lengths.of(Duration.ofSeconds(10))));
        bench.directory.deleteWorker(ACCOUNT, workspace.id(), ann.id());
        bench.pass(HOUR);
        assertThat(lengths(all(), today()).getOrDefault(available, Lengths.NONE).total())
                .isEqualTo(Duration.ofSeconds(80));
        assertThat(lengths(all().only(Part.WORKERS, Set.of(support.id())), today())).isEmpty();
    }

    @Test
    void countsTheActivityThatWorkersWhoDoNotAnswerAreMovedTo() {
        bench.directory.updateWorkspace(ACCOUNT, workspace.id(), new WorkAdministration.WorkspaceChange(
                Optional.empty(), Optional.empty(),
                Optional.of(Optional.of(bench.activity(workspace, "Offline").id()))));
        seller("ann");
        call("sales", "CA1", 0);

        bench.pass(Duration.ofMinutes(2));
        bench.pass(Duration.ofSeconds(9));

        assertThat(lengths(all(), today()).getOrDefault(bench.activity(workspace, "Offline").id(), Lengths.NONE))
                .isEqualTo(Lengths.of(Duration.ofSeconds(9)));
        assertThat(bench.world.unit.run(() -> live().workersByActivity(ACCOUNT, workspace.id())))
                .isEqualTo(Map.of(bench.activity(workspace, "Offline").id(), 1));
    }

    @Test
    void knowsWhoServesAQueueFromTheIndexAndFromTheRowsAlike() {
        Worker ann = seller("ann");
        Worker bob = seller("bob");
        bench.worker(workspace, "eve", Map.of());
        to(bob, "Offline");
        String available = bench.activity(workspace, "Available").id();
        String offline = bench.activity(workspace, "Offline").id();

        for (Staffing staffing : List.of(bench.staffing, ofANodeThatOwnsNothing())) {
            Map<String, Map<String, Integer>> staff = bench.world.unit
                    .run(() -> staffing.byActivity(ACCOUNT, workspace.id(), List.of(sales, support)));
            assertThat(staff.get(sales.id())).containsEntry(available, 1).containsEntry(offline, 1);
            assertThat(staff.get(support.id())).containsEntry(available, 2).containsEntry(offline, 1);
            assertThat(bench.world.unit.run(() -> staffing.workers(sales)))
                    .containsExactlyInAnyOrder(ann.id(), bob.id());
        }
    }

    @Test
    void forgetsWhatIsTooOldAndAllOfADeletedWorkspace() {
        Worker ann = seller("ann");
        String item = call("sales", "CA1", 0);
        bench.distributor.cancel(ACCOUNT, item, "hung-up");
        to(ann, "Offline");
        bench.pass(HOUR);
        bench.world.unit.run(() -> bench.world.stores.figures().milestones().removeBefore(now(), 3));
        assertThat(figures(all()).number(Kind.values())).isEqualTo(1);

        bench.world.unit.run(() -> bench.world.stores.figures().milestones().removeBefore(now(), 100));
        int spans = bench.world.unit.run(() -> bench.world.stores.figures().spans().removeBefore(now(), 100));

        assertThat(figures(all()).number(Kind.values())).isZero();
        assertThat(spans).as("Ann's time in the activity that she left").isEqualTo(1);
        assertThat(lengths(all(), today()).keySet()).containsExactly(bench.activity(workspace, "Offline").id());
        call("sales", "CA2", 0);
        bench.distributor.cancel(ACCOUNT, bench.world.stores.items().findOpen(ACCOUNT, "CA2").orElseThrow().id(), "");
        bench.directory.deleteWorkspace(ACCOUNT, workspace.id());
        assertThat(figures(all()).number(Kind.values())).isZero();
        assertThat(lengths(all(), today())).isEmpty();
    }

    @Test
    void showsNothingToAStranger() {
        seller("ann");
        call("sales", "CA1", 0);
        Slice stolen = Slice.ofAll(STRANGER, workspace.id(), Optional.empty());

        assertThat(open(stolen).total()).isZero();
        assertThat(figures(stolen).number(Kind.values())).isZero();
        assertThat(figures(stolen.only(Part.QUEUES, Set.of(sales.id()))).number(Kind.values())).isZero();
        assertThat(lengths(stolen, today())).isEmpty();
        assertThat(bench.world.unit.run(() -> live().workersByActivity(STRANGER, workspace.id()))).isEmpty();
        assertThat(bench.world.unit.run(() -> bench.staffing.byActivity(STRANGER, workspace.id(), List.of(support))))
                .isEqualTo(Map.of(support.id(), Map.of()));
    }

    private Worker seller(String name) {
        return bench.worker(workspace, name, Map.of("skills", List.of("sales")));
    }

    private String call(String queue, String call, int priority) {
        return bench.enqueue(queue, call, priority, Map.of());
    }

    private void chat(String queue, int priority) {
        bench.distributor.enqueue(new NewWorkItem(ACCOUNT, new Destination.ToQueue(queue), "chat", "", Map.of(),
                new Terms(priority, HOUR)));
    }

    private String byPolicy(String call) {
        return bench.enqueue(new Destination.ByPolicy("routing"), call, 0, Map.of("type", "sales"));
    }

    private PolicyDocument followedBy(Map<String, Object> document) {
        return bench.policies
                .create(ACCOUNT, workspace.id(), new PolicyAdministration.PolicySpec("routing", document,
                        Optional.empty()))
                .policy();
    }

    private void to(Worker worker, String activity) {
        bench.directory.updateWorker(ACCOUNT, workspace.id(), worker.id(),
                WorkAdministration.WorkerChange.activity(bench.activity(workspace, activity).id()));
    }

    private Staffing ofANodeThatOwnsNothing() {
        return new WorkBench(bench.world, "node-2", WorkSettings.DEFAULT).staffing;
    }

    private LiveFigures live() {
        return bench.world.stores.figures().live();
    }

    private OpenWork open(Slice slice) {
        return new OpenWork(bench.world.unit.run(() -> live().open(slice)));
    }

    private Figures figures(Slice slice) {
        return figures(slice, today());
    }

    private Figures figures(Slice slice, Period period) {
        Set<Duration> thresholds = Set.of(Duration.ofSeconds(5), Duration.ofSeconds(10));
        return bench.world.unit.run(() -> new Figures(bench.world.stores.figures().milestones().tallies(slice, period),
                bench.world.stores.figures().milestones().splits(slice, period, thresholds)));
    }

    private Map<String, Lengths> lengths(Slice slice, Period period) {
        return bench.world.unit.run(() -> bench.world.stores.figures().spans().lengths(slice, period));
    }

    private Slice all() {
        return Slice.ofAll(ACCOUNT, workspace.id(), Optional.empty());
    }

    private Slice ofMedium(String medium) {
        return Slice.ofAll(ACCOUNT, workspace.id(), Optional.of(medium));
    }

    private Period today() {
        return new Period(opened, now());
    }

    private Instant now() {
        return bench.world.clock.instant();
    }
}
