package org.jackfield.engine.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jackfield.engine.work.WorkBench.ACCOUNT;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jackfield.engine.event.NewEvent;
import org.jackfield.engine.work.WorkDistribution.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One item is offered to several workers at once; the same on all stores. */
public abstract class SeveralOffersContract {

    private static final int ROUNDS = 10;

    private WorkBench bench;
    private Workspace workspace;
    private Queue queue;

    @BeforeEach
    void openTheCenter() {
        bench = WorkBench.in(world());
        workspace = bench.workspace("center");
        queue = bench.queueAsking(workspace, "all", 3);
    }

    /** An empty world. */
    protected abstract WorkBench.World world();

    @Test
    void asksAsManyAtOnceAsTheQueueSaysLongestIdleFirst() {
        workers("ann", "bob", "cyd", "dan");

        String item = bench.enqueue("all", "CA1");

        assertThat(bench.offeredWorkers()).containsExactly("ann", "bob", "cyd");
        assertThat(states()).containsExactly("ann pending", "bob pending", "cyd pending");
        assertThat(bench.item(item).standing().offers()).isEqualTo(3);
        assertThat(bench.world.events.events()).extracting(NewEvent::type)
                .filteredOn("work-item.reserved"::equals)
                .hasSize(1);
    }

    @Test
    void givesTheItemToTheFirstWhoAcceptsAndTakesTheOtherOffersBack() {
        workers("ann", "bob", "cyd");
        String item = bench.enqueue("all", "CA1");

        assertThat(bench.distributor.accept(ACCOUNT, reservation("bob"))).isEqualTo(Answer.DONE);

        assertThat(states()).containsExactly("ann rescinded", "bob accepted", "cyd rescinded");
        assertThat(bench.rescinded).containsExactly(reservation("ann"), reservation("cyd"));
        assertThat(bench.item(item).standing().reservationId()).contains(reservation("bob"));
        assertThat(bench.distributor.accept(ACCOUNT, reservation("ann"))).isEqualTo(Answer.TOO_LATE);
        assertThat(bench.distributor.reject(ACCOUNT, reservation("cyd"), "busy")).isEqualTo(Answer.TOO_LATE);
        assertThat(bench.world.events.events()).extracting(NewEvent::type)
                .containsSubsequence("reservation.accepted", "reservation.rescinded", "reservation.rescinded",
                        "work-item.assigned");
    }

    @Test
    void givesTheItemToOneOfTwoWhoAcceptAtOnce() throws InterruptedException {
        workers("ann", "bob", "cyd");
        for (int round = 0; round < ROUNDS; round++) {
            String item = bench.enqueue("all", "CA" + round);
            List<String> asked = List.of(reservation("ann"), reservation("cyd"));

            assertThat(acceptAtOnce(asked)).containsExactlyInAnyOrder(Answer.DONE, Answer.TOO_LATE);

            assertThat(asked).contains(bench.item(item).standing().reservationId().orElseThrow());
            assertThat(states().subList(3 * round, 3 * round + 3)).filteredOn(state -> state.endsWith(" rescinded"))
                    .hasSize(2);
            bench.distributor.complete(ACCOUNT, item, "done");
        }
    }

    private List<Answer> acceptAtOnce(List<String> reservations) throws InterruptedException {
        List<Callable<Answer>> deeds = reservations.stream()
                .<Callable<Answer>>map(id -> () -> bench.distributor.accept(ACCOUNT, id))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(deeds).stream().map(Future::resultNow).toList();
        }
    }

    @Test
    void keepsTheTurnOfWhoWasAskedInVain() {
        workers("ann", "bob", "cyd");
        bench.enqueue("all", "CA1");
        bench.distributor.accept(ACCOUNT, reservation("cyd"));

        bench.enqueue("all", "CA2");

        assertThat(bench.offeredWorkers()).containsExactly("ann", "bob", "cyd", "ann", "bob");
    }

    @Test
    void asksTheNextWorkerInPlaceOfOneWhoRejects() {
        workers("ann", "bob", "cyd", "dan");
        String item = bench.enqueue("all", "CA1");

        bench.distributor.reject(ACCOUNT, reservation("ann"), "busy");

        assertThat(states()).containsExactly("ann rejected", "bob pending", "cyd pending", "dan pending");
        assertThat(bench.item(item).state()).isEqualTo(WorkItemState.RESERVED);
        assertThat(bench.distributor.accept(ACCOUNT, reservation("dan"))).isEqualTo(Answer.DONE);
    }

    @Test
    void asksAlsoWhoBecomesFreeWhileOthersAreAsked() {
        workers("ann");
        bench.enqueue("all", "CA1");

        workers("bob");

        assertThat(states()).containsExactly("ann pending", "bob pending");
    }

    @Test
    void asksWhoRejectedAgainAfterAPauseWhileOthersAreAskedStill() {
        workers("ann", "bob");
        bench.enqueue("all", "CA1");
        bench.distributor.reject(ACCOUNT, reservation("ann"), "busy");
        assertThat(bench.offeredWorkers()).containsExactly("ann", "bob");

        bench.pass(Duration.ofSeconds(10));

        assertThat(bench.offeredWorkers()).containsExactly("ann", "bob", "ann");
        assertThat(states()).containsExactly("ann rejected", "bob pending", "ann pending");
    }

    @Test
    void waitsOnWhenAllReject() {
        workers("ann", "bob");
        String item = bench.enqueue("all", "CA1");

        bench.distributor.reject(ACCOUNT, reservation("bob"), "busy");
        bench.distributor.reject(ACCOUNT, reservation("ann"), "busy");

        assertThat(bench.item(item).state()).isEqualTo(WorkItemState.PENDING);
        assertThat(bench.owners.census().waiting()).isOne();
        bench.pass(Duration.ofSeconds(10));
        assertThat(bench.offeredWorkers()).containsExactly("ann", "bob", "ann", "bob");
    }

    @Test
    void endsEachOfferInItsOwnTime() {
        workers("ann");
        String item = bench.enqueue("all", "CA1");
        bench.pass(Duration.ofSeconds(50));
        workers("bob");

        bench.pass(Duration.ofSeconds(70));

        assertThat(states()).containsExactly("ann timeout", "bob pending");
        assertThat(bench.rescinded).containsExactly(reservation("ann"));
        assertThat(bench.item(item).state()).isEqualTo(WorkItemState.RESERVED);
        assertThat(bench.distributor.accept(ACCOUNT, reservation("bob"))).isEqualTo(Answer.DONE);
    }

    @Test
    void endsAllOffersThatRunOffInTheSameMoment() {
        workers("ann", "bob", "cyd");
        String item = bench.enqueue("all", "CA1");

        bench.pass(Duration.ofMinutes(2));

        assertThat(states()).containsExactly("ann timeout", "bob timeout", "cyd timeout");
        assertThat(bench.rescinded).hasSize(3);
        assertThat(bench.item(item).state()).isEqualTo(WorkItemState.PENDING);
    }

    @Test
    void stopsAllWhenTheCallerGivesUp() {
        workers("ann", "bob", "cyd");
        String item = bench.enqueue("all", "CA1");

        assertThat(bench.distributor.cancel(ACCOUNT, item, "hung-up")).isEqualTo(Answer.DONE);

        assertThat(states()).containsExactly("ann canceled", "bob canceled", "cyd canceled");
        assertThat(bench.rescinded).hasSize(3);
        bench.enqueue("all", "CA2");
        assertThat(bench.offers).hasSize(6);
    }

    @Test
    void takesOneOfferBackWhenItsWorkerIsDeleted() {
        List<Worker> workers = workers("ann", "bob", "cyd");
        bench.enqueue("all", "CA1");

        bench.directory.deleteWorker(ACCOUNT, workspace.id(), workers.getFirst().id());

        assertThat(states()).containsExactly("bob pending", "cyd pending");
        assertThat(bench.rescinded).containsExactly(bench.offers.getFirst().reservationId());
    }

    @Test
    void asksNoMoreThanTheQueueSaysNowWhenThatWasLowered() {
        workers("ann", "bob", "cyd");
        String item = bench.enqueue("all", "CA1");

        askAtOnce(1);
        assertThat(states()).containsExactly("ann pending", "bob pending", "cyd pending");
        bench.distributor.reject(ACCOUNT, reservation("ann"), "busy");
        bench.distributor.reject(ACCOUNT, reservation("bob"), "busy");
        bench.distributor.reject(ACCOUNT, reservation("cyd"), "busy");
        bench.pass(Duration.ofSeconds(10));

        assertThat(bench.offers).hasSize(4);
        assertThat(bench.item(item).state()).isEqualTo(WorkItemState.RESERVED);
    }

    @Test
    void asksMoreAtOnceWhenThatIsRaisedWhileOneIsAsked() {
        askAtOnce(1);
        workers("ann", "bob");
        bench.enqueue("all", "CA1");
        assertThat(states()).containsExactly("ann pending");

        askAtOnce(2);

        assertThat(states()).containsExactly("ann pending", "bob pending");
    }

    @Test
    void ringsAllAgainWhenAnotherNodeTakesOver() {
        workers("ann", "bob", "cyd");
        bench.enqueue("all", "CA1");
        List<OfferDesk.Offer> offers = List.copyOf(bench.offers);
        bench.die();

        WorkBench next = bench.restartedAs("node-2");

        assertThat(next.offers).containsExactlyElementsOf(offers);
        assertThat(next.distributor.accept(ACCOUNT, offers.getFirst().reservationId())).isEqualTo(Answer.DONE);
        assertThat(next.rescinded).containsExactly(offers.get(1).reservationId(), offers.get(2).reservationId());
    }

    @Test
    void ringsWhatIsLeftAgainWhenOneOfferRanOffMeanwhile() {
        workers("ann");
        bench.enqueue("all", "CA1");
        bench.pass(Duration.ofSeconds(60));
        workers("bob");
        bench.die();
        bench.pass(Duration.ofSeconds(70));

        WorkBench next = bench.restartedAs("node-2");

        assertThat(next.rescinded).containsExactly(reservation("ann"));
        assertThat(next.offers).contains(bench.lastOffer());
    }

    private void askAtOnce(int most) {
        bench.directory.updateQueue(ACCOUNT, workspace.id(), queue.id(), WorkBench.asking("all", most));
    }

    private List<Worker> workers(String... names) {
        return Stream.of(names).map(name -> bench.worker(workspace, name, Map.of())).toList();
    }

    private String reservation(String worker) {
        return bench.offers.reversed()
                .stream()
                .filter(offer -> offer.contactUri().startsWith("sip:" + worker + "@"))
                .findFirst()
                .orElseThrow()
                .reservationId();
    }

    /** Of all offers in their order: whose it is and what became of it; without those of deleted workers. */
    private List<String> states() {
        return bench.offers.stream()
                .flatMap(offer -> bench.world.stores.workers()
                        .find(ACCOUNT, workspace.id(), offer.workerId())
                        .map(worker -> worker.name() + " " + bench.world.stores.reservations()
                                .find(ACCOUNT, offer.reservationId())
                                .orElseThrow()
                                .state()
                                .word())
                        .stream())
                .toList();
    }
}
