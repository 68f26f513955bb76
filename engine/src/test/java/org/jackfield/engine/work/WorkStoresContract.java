package org.jackfield.engine.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jackfield.engine.work.WorkBench.ACCOUNT;

import java.time.Duration;
import java.util.ArrayList;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.id.TimedId;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.ConflictException;
import org.jackfield.engine.work.WorkAdministration.NewWorker;
import org.jackfield.engine.work.WorkAdministration.QueueSpec;
import org.jackfield.engine.work.WorkAdministration.WorkerChange;
import org.jackfield.engine.work.match.QueueRule;
import org.jackfield.engine.work.policy.Route;
import org.jackfield.engine.work.policy.RouteState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of the stores keeps, and how workspaces are set up over it. */
public abstract class WorkStoresContract {

    private static final AccountId STRANGER = new AccountId("AC00000000000000000000000000000002");

    private WorkBench bench;
    private Workspace workspace;
    private WorkStores stores;

    @BeforeEach
    void openTheCenter() {
        bench = WorkBench.in(world());
        workspace = bench.workspace("center");
        stores = bench.world.stores;
    }

    /** An empty world. */
    protected abstract WorkBench.World world();

    @Test
    void keepsAWorkerAsHeWasWritten() {
        Map<String, Object> attributes = Map.of("skills", List.of("sales", 7), "home", Map.of("city", "Delft"), "vip",
                true, "contact_uri", "sip:ann@example.com");
        Worker made = bench.directory.createWorker(ACCOUNT, workspace.id(),
                new NewWorker("ann", attributes, Optional.empty(), Map.of("chat", 3)));

        Worker found = stores.workers().find(ACCOUNT, workspace.id(), made.id()).orElseThrow();

        assertThat(found).isEqualTo(made);
        assertThat(found.capacity("chat")).isEqualTo(3);
        assertThat(found.capacity("voice")).isEqualTo(1);
        assertThat(found.contactUri()).contains("sip:ann@example.com");
        assertThat(found.activityId()).isEqualTo(workspace.defaultActivity());
    }

    @Test
    void keepsAQueueAsItWasWritten() {
        QueueSpec spec = new QueueSpec("sales", "skills HAS 'sales'", QueueRule.Order.LIFO, 1,
                Optional.of(Duration.ofSeconds(30)),
                Optional.of(Duration.ZERO));

        Queue made = bench.directory.createQueue(ACCOUNT, workspace.id(), spec);

        assertThat(stores.queues().find(ACCOUNT, workspace.id(), made.id())).contains(made);
        assertThat(stores.queues().findByNameOrId(ACCOUNT, "SALES")).contains(made);
        assertThat(stores.queues().findByNameOrId(ACCOUNT, made.id())).contains(made);
    }

    @Test
    void keepsAnItemAndItsReservationAsTheyWereWritten() {
        bench.queue(workspace, "all", "");
        Worker ann = bench.worker(workspace, "ann", Map.of());
        String id = bench.enqueue("all", "CA1", 2, Map.of("from", "+31101", "list", List.of(1, "a")));

        WorkItem item = bench.item(id);

        assertThat(item.origin().attributes()).isEqualTo(Map.of("from", "+31101", "list", List.of(1, "a")));
        assertThat(item.origin().caller()).isEqualTo("+31101");
        Reservation reservation = stores.reservations()
                .find(ACCOUNT, item.standing().reservationId().orElseThrow())
                .orElseThrow();
        assertThat(reservation.workerId()).isEqualTo(ann.id());
        assertThat(item.standing().deadline()).contains(reservation.expires());
        assertThat(stores.reservations().listOfItem(ACCOUNT, id, Paging.first(5))).containsExactly(reservation);
        assertThat(stores.reservations().listOpenOfWorker(ACCOUNT, ann.id(), Paging.first(5)))
                .containsExactly(reservation);
        assertThat(stores.workers().openByMedium(ACCOUNT, workspace.id(), ann.id())).isEqualTo(Map.of("voice", 1));
    }

    @Test
    void pagesByIdWithoutGapsOrDoubles() {
        for (int i = 0; i < 7; i++) {
            bench.worker(workspace, "worker " + i, Map.of());
        }

        List<Worker> first = stores.workers().list(ACCOUNT, workspace.id(), Paging.first(4));
        List<Worker> second = stores.workers()
                .list(ACCOUNT, workspace.id(), new Paging(first.getLast().id(), 4));

        assertThat(first).hasSize(4);
        assertThat(second).extracting(Worker::name).containsExactly("worker 4", "worker 5", "worker 6");
    }

    @Test
    void pagesByTimeBothWaysAlsoWhereTimesAreEqual() {
        for (int i = 0; i < 5; i++) {
            bench.worker(workspace, "worker " + i, Map.of());
            bench.queue(workspace, "queue " + i, "");
            bench.world.clock.advance(Duration.ofMinutes(i % 2));
        }
        Worker first = stores.workers().list(ACCOUNT, workspace.id(), Paging.first(1)).getFirst();
        Queue queue = stores.queues().list(ACCOUNT, workspace.id(), Paging.first(1)).getFirst();
        bench.world.clock.advance(Duration.ofMinutes(1));
        bench.directory.updateWorker(ACCOUNT, workspace.id(), first.id(),
                WorkerChange.activity(workspace.defaultActivity()));
        bench.directory.updateQueue(ACCOUNT, workspace.id(), queue.id(), new QueueSpec("queue 0", ""));

        assertThat(paged((paging) -> stores.workers().listByStatusChange(ACCOUNT, workspace.id(), paging),
                worker -> new TimedId(worker.statusChanged(), worker.id()).text())).extracting(Worker::name)
                .containsExactly("worker 1", "worker 2", "worker 3", "worker 4", "worker 0");
        assertThat(paged((paging) -> stores.queues().listByUpdate(ACCOUNT, workspace.id(), paging),
                one -> new TimedId(one.updated(), one.id()).text())).extracting(Queue::name)
                .containsExactly("queue 1", "queue 2", "queue 3", "queue 4", "queue 0");
        assertThat(
                stores.workers().listByStatusChange(ACCOUNT, workspace.id(), new Paging(TimedId.LAST.text(), 2, true)))
                .extracting(Worker::name)
                .containsExactly("worker 4", "worker 0");
        assertThat(stores.workers().listByStatusChange(STRANGER, workspace.id(), Paging.first(9))).isEmpty();
        assertThat(stores.queues().listByUpdate(STRANGER, workspace.id(), Paging.first(9))).isEmpty();
    }

    private static <T> List<T> paged(Function<Paging, List<T>> read, Function<T, String> place) {
        List<T> all = new ArrayList<>();
        for (List<T> page = read.apply(Paging.first(2)); !page.isEmpty(); page = read
                .apply(new Paging(place.apply(page.getLast()), 2))) {
            all.addAll(page);
        }
        return all;
    }

    @Test
    void findsSeveralAtOnceAndNoneOfOthers() {
        Worker ann = bench.worker(workspace, "ann", Map.of());
        Worker bob = bench.worker(workspace, "bob", Map.of());
        bench.worker(workspace, "eve", Map.of());
        Queue sales = bench.queue(workspace, "sales", "");
        bench.queue(workspace, "support", "");
        Workspace other = bench.workspace("other");
        Set<String> activities = Set.of(workspace.defaultActivity(), other.defaultActivity());

        assertThat(stores.workers().findAll(ACCOUNT, workspace.id(), Set.of(ann.id(), bob.id(), "WK0")))
                .containsExactlyInAnyOrder(ann, bob);
        assertThat(stores.workers().findAll(STRANGER, workspace.id(), Set.of(ann.id()))).isEmpty();
        assertThat(stores.workers().findAll(ACCOUNT, other.id(), Set.of(ann.id()))).isEmpty();
        assertThat(stores.workers().findByName(ACCOUNT, workspace.id(), "ANN")).contains(ann);
        assertThat(stores.workers().findByName(STRANGER, workspace.id(), "ann")).isEmpty();
        assertThat(stores.workers().findByName(ACCOUNT, other.id(), "ann")).isEmpty();
        assertThat(stores.queues().findAll(ACCOUNT, workspace.id(), Set.of(sales.id(), "WQ0"))).containsExactly(sales);
        assertThat(stores.queues().findAll(STRANGER, workspace.id(), Set.of(sales.id()))).isEmpty();
        assertThat(stores.workspaces().findActivities(ACCOUNT, Set.of(workspace.id(), other.id()), activities))
                .extracting(Activity::id)
                .containsExactlyInAnyOrderElementsOf(activities);
        assertThat(stores.workspaces().findActivities(ACCOUNT, Set.of(other.id()), activities)).extracting(Activity::id)
                .containsExactly(other.defaultActivity());
        assertThat(stores.workspaces().findActivities(STRANGER, Set.of(workspace.id()), activities)).isEmpty();
    }

    @Test
    void findsWorkersOfAllWorkspacesByTheirContact() {
        Worker ann = bench.worker(workspace, "ann", Map.of("contact_uri", "client:ann"));
        Worker phone = bench.worker(bench.workspace("other"), "ann", Map.of("contact_uri", "sip:ann@10.0.0.1:5060"));
        bench.worker(workspace, "anna", Map.of("contact_uri", "client:anna"));
        bench.worker(workspace, "anna again", Map.of("contact_uri", "sip:anna@example.com"));
        bench.worker(workspace, "nobody", Map.of("contact_uri", 7));

        assertThat(stores.workers().findByContact(ACCOUNT, "client:ann", "sip:ann@")).containsExactly(ann, phone);
        assertThat(stores.workers().findByContact(ACCOUNT, "client:an", "sip:an@")).isEmpty();
        assertThat(stores.workers().findByContact(STRANGER, "client:ann", "sip:ann@")).isEmpty();
    }

    @Test
    void findsSeveralReservationsAtOnceAndNoneOfOthers() {
        bench.queue(workspace, "all", "");
        bench.worker(workspace, "ann", Map.of());
        bench.worker(workspace, "bob", Map.of());
        bench.enqueue("all", "CA1");
        bench.enqueue("all", "CA2");
        Set<String> ids = Set.of(bench.offers.getFirst().reservationId(), bench.lastOffer().reservationId(), "WR0");

        assertThat(stores.reservations().findAll(ACCOUNT, ids)).extracting(Reservation::id)
                .containsExactlyInAnyOrder(bench.offers.getFirst().reservationId(), bench.lastOffer().reservationId());
        assertThat(stores.reservations().findAll(STRANGER, ids)).isEmpty();
        String last = bench.lastOffer().reservationId();
        assertThat(bench.world.unit.run(() -> stores.items().lockByReservation(ACCOUNT, last)))
                .contains(bench.item(bench.lastOffer().workItemId()));
        assertThat(bench.world.unit.run(() -> stores.items().lockByReservation(STRANGER, last))).isEmpty();
    }

    @Test
    void writesSeveralItemsAsItWritesOne() {
        bench.queue(workspace, "all", "");
        WorkItem one = bench.item(bench.enqueue("all", "CA1"));
        WorkItem other = bench.item(bench.enqueue("all", "CA2"));
        Instant end = one.origin().created().plusSeconds(60);
        WorkItem byPolicy = one.moved(new WorkItem.Place(one.place().queueId(), 7, end, Optional.of(new WorkItem.Course(
                "WW1", new Route(RouteState.WAITING, Optional.of(2), 1), Optional.of(end), 3))),
                standing(one, end, "WR1"));
        WorkItem plain = other.moved(standing(other, end.plusNanos(1_000), "WR2"));

        bench.world.unit.run(() -> stores.items().updateAll(List.of(byPolicy, plain)));

        assertThat(stores.items().findAll(ACCOUNT, Set.of(one.id(), other.id(), "WT0")))
                .containsExactlyInAnyOrder(byPolicy, plain);
        assertThat(bench.world.unit.run(() -> stores.items().lockAll(ACCOUNT, Set.of(other.id(), one.id()))))
                .containsExactly(byPolicy, plain);
        assertThat(stores.items().findAll(STRANGER, Set.of(one.id()))).isEmpty();
        assertThat(stores.items().findAll(ACCOUNT, Set.of())).isEmpty();
        assertThatThrownBy(() -> bench.world.unit.run(() -> stores.items().updateAll(List.of(byPolicy, plain))))
                .isInstanceOf(ConflictException.class);
    }

    private static WorkItem.Standing standing(WorkItem item, Instant at, String reservation) {
        return new WorkItem.Standing(WorkItemState.RESERVED, Optional.of(at), Optional.of(reservation), 3, "why", at,
                item.id().endsWith("0"));
    }

    @Test
    void keepsSeveralReservationsAsItKeepsOne() {
        Worker ann = bench.worker(workspace, "ann", Map.of());
        Worker bob = bench.worker(workspace, "bob", Map.of());
        List<Reservation> both = List.of(reservation("WR1", ann), reservation("WR2", bob));

        bench.world.unit.run(() -> stores.reservations().insertAll(both));

        assertThat(stores.reservations().findAll(ACCOUNT, Set.of("WR1", "WR2")))
                .containsExactlyInAnyOrderElementsOf(both);
        assertThat(bench.world.unit.run(
                () -> stores.workers().lockAll(ACCOUNT, workspace.id(), Set.of(bob.id(), ann.id(), "WK0"))))
                .containsExactlyInAnyOrder(ann, bob);
        assertThat(stores.workers().lockAll(STRANGER, workspace.id(), Set.of(ann.id()))).isEmpty();
    }

    private Reservation reservation(String id, Worker worker) {
        Instant now = bench.world.clock.instant();
        return new Reservation(ACCOUNT, workspace.id(), id, "WT1", worker.id(), "voice", ReservationState.PENDING, now,
                now.plusMillis(1), now.plusSeconds(120));
    }

    @Test
    void refusesNamesThatAreTakenInAnyCase() {
        bench.queue(workspace, "Sales", "");
        bench.worker(workspace, "Ann", Map.of());

        assertThat(codeOf(() -> bench.queue(workspace, "sales", ""))).isEqualTo(ErrorCode.CONFLICT);
        assertThat(codeOf(() -> bench.worker(workspace, "ann", Map.of()))).isEqualTo(ErrorCode.CONFLICT);
        assertThat(codeOf(() -> bench.workspace("CENTER"))).isEqualTo(ErrorCode.CONFLICT);
        assertThat(codeOf(() -> bench.directory.createActivity(ACCOUNT, workspace.id(), "available", true)))
                .isEqualTo(ErrorCode.CONFLICT);
    }

    @Test
    void showsNothingToAStranger() {
        Queue queue = bench.queue(workspace, "all", "");
        Worker ann = bench.worker(workspace, "ann", Map.of());
        String item = bench.enqueue("all", "CA1");

        assertThat(stores.workspaces().find(STRANGER, workspace.id())).isEmpty();
        assertThat(stores.workspaces().list(STRANGER, Paging.first(9))).isEmpty();
        assertThat(stores.workspaces().owner(STRANGER, workspace.id())).isEmpty();
        assertThat(stores.queues().find(STRANGER, workspace.id(), queue.id())).isEmpty();
        assertThat(stores.queues().findByNameOrId(STRANGER, "all")).isEmpty();
        assertThat(stores.workers().find(STRANGER, workspace.id(), ann.id())).isEmpty();
        assertThat(stores.items().find(STRANGER, item)).isEmpty();
        assertThat(stores.items().findAll(STRANGER, Set.of(item))).isEmpty();
        assertThat(stores.items().findAll(ACCOUNT, Set.of(item, "WT0"))).containsExactly(bench.item(item));
        assertThat(stores.items().list(STRANGER, workspace.id(), Paging.first(9))).isEmpty();
        assertThat(codeOf(() -> bench.directory.deleteWorkspace(STRANGER, workspace.id())))
                .isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(codeOf(() -> bench.directory.updateWorker(STRANGER, workspace.id(), ann.id(),
                WorkerChange.activity(workspace.defaultActivity())))).isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void refusesAChangeOverAVersionThatIsGone() {
        Worker ann = bench.worker(workspace, "ann", Map.of());
        bench.directory.updateWorker(ACCOUNT, workspace.id(), ann.id(),
                WorkerChange.activity(workspace.defaultActivity()));

        assertThatThrownBy(() -> bench.world.unit.run(() -> stores.workers().update(ann.nextVersion())))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void letsOnlyOneNodeTakeOver() {
        Ownership before = stores.workspaces().owner(ACCOUNT, workspace.id()).orElseThrow();

        boolean first = stores.workspaces().takeOver(ACCOUNT, workspace.id(), before, "node-a");
        boolean second = stores.workspaces().takeOver(ACCOUNT, workspace.id(), before, "node-b");

        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(stores.workspaces().holds(ACCOUNT, workspace.id(), before)).isFalse();
        assertThat(stores.workspaces().holds(ACCOUNT, workspace.id(), before.takenBy("node-a"))).isTrue();
        assertThat(stores.workspaces().ownerNodes()).containsExactly("node-a");
        assertThat(stores.workspaces().ownedBy("node-a", Paging.first(9))).hasSize(1);
    }

    @Test
    void keepsWhatIsInUse() {
        Queue queue = bench.queue(workspace, "all", "");
        Worker ann = bench.worker(workspace, "ann", Map.of());
        String item = bench.enqueue("all", "CA1");
        bench.distributor.accept(ACCOUNT, bench.lastOffer().reservationId());

        assertThat(codeOf(() -> bench.directory.deleteQueue(ACCOUNT, workspace.id(), queue.id())))
                .isEqualTo(ErrorCode.CONFLICT);
        assertThat(codeOf(() -> bench.directory.deleteWorker(ACCOUNT, workspace.id(), ann.id())))
                .isEqualTo(ErrorCode.CONFLICT);
        assertThat(codeOf(() -> bench.directory.deleteWorkspace(ACCOUNT, workspace.id())))
                .isEqualTo(ErrorCode.CONFLICT);
        assertThat(codeOf(() -> bench.directory.deleteActivity(ACCOUNT, workspace.id(), ann.activityId())))
                .isEqualTo(ErrorCode.CONFLICT);
        bench.distributor.complete(ACCOUNT, item, "done");
        bench.directory.deleteWorkspace(ACCOUNT, workspace.id());
        assertThat(stores.workspaces().find(ACCOUNT, workspace.id())).isEmpty();
        assertThat(stores.items().find(ACCOUNT, item)).isEmpty();
    }

    @Test
    void refusesWrongExpressionsNamesAndAttributes() {
        assertThat(codeOf(() -> bench.queue(workspace, "q", "agent-id == 1"))).isEqualTo(ErrorCode.INVALID_PARAMETER);
        assertThat(codeOf(() -> bench.queue(workspace, "q", "task.language == 'nl'")))
                .isEqualTo(ErrorCode.INVALID_PARAMETER);
        assertThat(codeOf(() -> bench.queue(workspace, "", ""))).isEqualTo(ErrorCode.INVALID_PARAMETER);
        assertThat(codeOf(() -> bench.worker(workspace, "ann", Map.of("x", new Object()))))
                .isEqualTo(ErrorCode.INVALID_PARAMETER);
        assertThat(codeOf(() -> bench.directory.createQueue(ACCOUNT, workspace.id(),
                new QueueSpec("q", "", QueueRule.Order.FIFO, 51, Optional.empty(), Optional.empty()))))
                .isEqualTo(ErrorCode.INVALID_PARAMETER);
    }

    private static ErrorCode codeOf(Runnable call) {
        try {
            call.run();
        } catch (DomainException e) {
            return e.code();
        }
        throw new AssertionError("not refused");
    }
}
