package org.jackfield.engine.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jackfield.engine.work.WorkBench.ACCOUNT;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.work.WorkAdministration.NewWorker;
import org.jackfield.engine.work.WorkAdministration.WorkerChange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random operations on queues that ask several workers at once. After each one every item has the offers that its state allows,
 * nobody has more than he may, and nobody who could be asked is not.
 */
class SeveralOffersPropertiesTest {

    private static final int OPERATIONS = 600;
    private static final int MOST = 4;
    private static final int MOST_OPEN = 12;
    private static final Paging ALL = Paging.first(Paging.MOST);

    private final WorkBench bench = WorkBench.in(WorkBench.World.inMemory());
    private final Workspace workspace = bench.workspace("center");
    private final String available = bench.activity(workspace, "Available").id();
    private final String away = bench.activity(workspace, "Unavailable").id();
    private final List<String> items = new ArrayList<>();
    private final List<Worker> workers = new ArrayList<>();
    private final List<Queue> queues = List.of(bench.queueAsking(workspace, "first", 1),
            bench.queueAsking(workspace, "second", 3));

    @ParameterizedTest
    @ValueSource(longs = {3, 19, 20_261_128, 512})
    void keepsItsPromisesWhateverHappens(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 7; i++) {
            workers.add(bench.directory.createWorker(ACCOUNT, workspace.id(), new NewWorker("w" + i, Map.of(),
                    Optional.of(available), Map.of("voice", 1 + random.nextInt(2)))));
        }
        for (int step = 0; step < OPERATIONS; step++) {
            bench.pass(Duration.ofMillis(1 + random.nextInt(step % 40 == 0 ? 130_000 : 2_000)));
            String done = operate(random);

            String when = "seed %d, step %d: %s".formatted(seed, step, done);
            for (WorkItem item : open()) {
                fitsItsOffers(item, when);
            }
            assertThat(ignored()).as(when).isEmpty();
        }
        assertThat(bench.offers).as("seed %d", seed).hasSizeGreaterThan(OPERATIONS / 8);
        assertThat(bench.rescinded).as("seed %d", seed).hasSizeGreaterThan(OPERATIONS / 40);
    }

    private String operate(Random random) {
        return switch (random.nextInt(11)) {
            case 0, 1 -> open().size() < MOST_OPEN ? enqueue(random) : "nothing";
            case 2, 3 -> with(pending(), random, one -> bench.distributor.accept(ACCOUNT, one.id()));
            case 4, 5 -> with(pending(), random, one -> bench.distributor.reject(ACCOUNT, one.id(), "busy"));
            case 6, 7, 8 -> with(open(), random, item -> item.state() == WorkItemState.ASSIGNED
                    ? bench.distributor.complete(ACCOUNT, item.id(), "done")
                    : bench.distributor.cancel(ACCOUNT, item.id(), "gone"));
            case 9 -> with(workers, random, worker -> bench.directory.updateWorker(ACCOUNT, workspace.id(), worker.id(),
                    WorkerChange.activity(random.nextInt(4) > 0 ? available : away)));
            default -> with(queues, random, queue -> bench.directory.updateQueue(ACCOUNT, workspace.id(), queue.id(),
                    WorkBench.asking(queue.name(), 1 + random.nextInt(MOST))));
        };
    }

    private String enqueue(Random random) {
        items.add(bench.enqueue(pick(queues, random).name(), "", random.nextInt(3), Map.of()));
        return "enqueue " + items.getLast();
    }

    private void fitsItsOffers(WorkItem item, String when) {
        List<Reservation> asked = asked(item);
        assertThat(asked).as(when).extracting(Reservation::workerId).doesNotHaveDuplicates();
        switch (item.state()) {
            case RESERVED -> {
                assertThat(asked).as(when).hasSizeBetween(1, MOST);
                assertThat(item.standing().deadline()).as(when)
                        .isEqualTo(asked.stream().map(Reservation::expires).min(Instant::compareTo));
                assertThat(item.standing().reservationId()).as(when).contains(asked.getLast().id());
            }
            case ASSIGNED, WRAPPING -> assertThat(reservations(item)).as(when)
                    .filteredOn(one -> one.state().isOpen())
                    .extracting(Reservation::id)
                    .containsExactly(item.standing().reservationId().orElseThrow());
            case PENDING, COMPLETED, CANCELED -> assertThat(asked).as(when).isEmpty();
        }
    }

    /** Who could be asked for what and is not. */
    private List<String> ignored() {
        List<String> free = workers.stream().map(Worker::id).filter(this::isFree).toList();
        return open().stream()
                .filter(item -> item.state() == WorkItemState.PENDING || item.state() == WorkItemState.RESERVED)
                .filter(item -> asked(item).size() < queue(item).maxReserved())
                .flatMap(item -> free.stream()
                        .filter(worker -> !isExcluded(item, worker))
                        .map(worker -> worker + " for " + item.id()))
                .toList();
    }

    private boolean isFree(String workerId) {
        Worker worker = bench.world.stores.workers().find(ACCOUNT, workspace.id(), workerId).orElseThrow();
        int has = bench.world.stores.workers()
                .openByMedium(ACCOUNT, workspace.id(), workerId)
                .getOrDefault("voice", 0);
        assertThat(has).isLessThanOrEqualTo(worker.capacity("voice"));
        return worker.activityId().equals(available) && has < worker.capacity("voice")
                && worker.pausedUntil().filter(bench.world.clock.instant()::isBefore).isEmpty();
    }

    private boolean isExcluded(WorkItem item, String workerId) {
        Instant since = bench.world.clock.instant().minus(WorkSettings.DEFAULT.declinePause());
        return Stream.concat(asked(item).stream(),
                bench.world.stores.reservations().declinedSince(ACCOUNT, item.id(), since).stream())
                .anyMatch(one -> one.workerId().equals(workerId));
    }

    private List<WorkItem> open() {
        items.removeIf(id -> WorkItemState.TABLE.isFinal(bench.item(id).state()));
        return items.stream().map(bench::item).toList();
    }

    private List<Reservation> pending() {
        return open().stream().flatMap(item -> asked(item).stream()).toList();
    }

    private List<Reservation> asked(WorkItem item) {
        return bench.world.stores.reservations().listPendingOfItem(ACCOUNT, item.id());
    }

    private List<Reservation> reservations(WorkItem item) {
        return bench.world.stores.reservations().listOfItem(ACCOUNT, item.id(), ALL);
    }

    private Queue queue(WorkItem item) {
        return bench.world.stores.queues().find(ACCOUNT, workspace.id(), item.place().queueId()).orElseThrow();
    }

    private interface Deed<T> {
        Object to(T one);
    }

    private static <T> String with(List<T> some, Random random, Deed<T> deed) {
        return some.isEmpty()
                ? "nothing"
                : Stream.of(pick(some, random)).map(one -> deed.to(one) + " " + one).findFirst().orElseThrow();
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
