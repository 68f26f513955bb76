package org.jackfield.engine.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jackfield.engine.work.WorkBench.ACCOUNT;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.event.NewEvent;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.WorkDistribution.Answer;
import org.jackfield.engine.work.WorkDistribution.Terms;
import org.jackfield.engine.work.match.QueueRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life of an item from its queue to its end; the same on all stores. */
public abstract class DistributorContract {

    private static final AccountId STRANGER = new AccountId("AC00000000000000000000000000000002");

    private WorkBench bench;
    private Workspace workspace;

    @BeforeEach
    void openTheCenter() {
        bench = WorkBench.in(world());
        workspace = bench.workspace("center");
        bench.queue(workspace, "sales", "skills HAS 'sales'");
    }

    /** An empty world. */
    protected abstract WorkBench.World world();

    @Test
    void offersToTheLongestIdleWorkerWhoMatches() {
        seller("ann");
        seller("bob");
        bench.worker(workspace, "eve", Map.of("skills", List.of("support")));

        String item = bench.enqueue("sales", "CA1");

        assertThat(bench.offeredWorkers()).containsExactly("ann");
        assertThat(bench.item(item).state()).isEqualTo(WorkItemState.RESERVED);
        assertThat(bench.lastOffer().subject()).isEqualTo("CA1");
    }

    @Test
    void countsWhoWaitsAndWhoCouldHelpWhenAsked() {
        seller("ann");
        seller("bob");
        String first = bench.enqueue("sales", "CA1");
        bench.enqueue("sales", "CA2");
        bench.pass(Duration.ofSeconds(5));
        String third = bench.enqueue("sales", "CA3");
        bench.pass(Duration.ofSeconds(7));

        assertThat(bench.owners.census())
                .isEqualTo(new WorkCensus(1, Optional.of(bench.item(third).origin().created()), 2));
        assertThat(bench.owners.census().longestWait(bench.item(third).origin().created().plusSeconds(7)))
                .isEqualTo(Duration.ofSeconds(7));

        bench.distributor.cancel(ACCOUNT, third, "gone");
        bench.distributor.cancel(ACCOUNT, first, "gone");

        assertThat(bench.owners.census()).isEqualTo(new WorkCensus(0, Optional.empty(), 2));
    }

    @Test
    void completesAfterTheWrapUpTimeAndFreesTheWorkerWhenTheConversationEnded() {
        seller("ann");
        String first = bench.enqueue("sales", "CA1");
        String second = bench.enqueue("sales", "CA2");

        assertThat(bench.distributor.accept(ACCOUNT, bench.lastOffer().reservationId())).isEqualTo(Answer.DONE);
        assertThat(bench.distributor.wrapUp(ACCOUNT, first, "hung-up")).isEqualTo(Answer.DONE);
        assertThat(bench.item(first).state()).isEqualTo(WorkItemState.WRAPPING);
        bench.pass(Duration.ofSeconds(9));
        assertThat(bench.item(second).state()).isEqualTo(WorkItemState.PENDING);
        bench.pass(Duration.ofSeconds(1));

        assertThat(bench.item(first).state()).isEqualTo(WorkItemState.COMPLETED);
        assertThat(bench.item(second).state()).isEqualTo(WorkItemState.RESERVED);
        assertThat(bench.flowFacts).containsExactly("ACCEPTED", "WRAPPING", "COMPLETED");
        assertThat(bench.world.events.events()).filteredOn(event -> event.key().equals("CA1"))
                .extracting(NewEvent::type)
                .containsExactly("work-item.created", "reservation.created", "work-item.reserved",
                        "reservation.accepted", "work-item.assigned", "work-item.wrapping", "reservation.completed",
                        "work-item.completed");
    }

    @Test
    void servesTheLastCallerFirstWhereTheQueueSaysSo() {
        bench.directory.createQueue(ACCOUNT, workspace.id(), new WorkAdministration.QueueSpec("late",
                "skills HAS 'sales'", QueueRule.Order.LIFO, 1, Optional.empty(), Optional.empty()));
        bench.enqueue("late", "CA1");
        bench.pass(Duration.ofSeconds(1));
        bench.enqueue("late", "CA2");

        seller("ann");

        assertThat(bench.lastOffer().subject()).isEqualTo("CA2");
    }

    @Test
    void servesWhoseWaitingCountsFromAnEarlierTimeFirst() {
        bench.enqueue("sales", "CA1");
        bench.pass(Duration.ofSeconds(1));
        enqueue("CA2", new Terms(0, Duration.ofHours(1), Optional.of(bench.world.clock.instant().minusSeconds(60)),
                false));

        seller("ann");

        assertThat(bench.lastOffer().subject()).isEqualTo("CA2");
    }

    @Test
    void offersMoreThanAWorkerMayHaveOnlyWhereCapacityDoesNotMatter() {
        seller("ann");
        bench.enqueue("sales", "CA1");
        bench.enqueue("sales", "CA2");
        assertThat(bench.offers).hasSize(1);

        enqueue("CA3", new Terms(0, Duration.ofHours(1), Optional.empty(), true));

        assertThat(bench.offers).extracting(OfferDesk.Offer::subject).containsExactly("CA1", "CA3");
    }

    private void enqueue(String call, Terms terms) {
        bench.distributor.enqueue(new WorkDistribution.NewWorkItem(ACCOUNT,
                new WorkDistribution.Destination.ToQueue("sales"), "voice", call, Map.of(), terms));
    }

    @Test
    void goesToTheNextWorkerWhenOneRejects() {
        seller("ann");
        seller("bob");
        bench.enqueue("sales", "CA1");

        bench.distributor.reject(ACCOUNT, bench.lastOffer().reservationId(), "busy");

        assertThat(bench.offeredWorkers()).containsExactly("ann", "bob");
    }

    @Test
    void asksTheOnlyWorkerAgainAfterAPauseWhenHeRejected() {
        seller("ann");
        bench.enqueue("sales", "CA1");
        bench.distributor.reject(ACCOUNT, bench.lastOffer().reservationId(), "busy");

        bench.pass(Duration.ofSeconds(9));
        assertThat(bench.offers).hasSize(1);
        bench.pass(Duration.ofSeconds(1));

        assertThat(bench.offeredWorkers()).containsExactly("ann", "ann");
    }

    @Test
    void offersOtherItemsToAWorkerWhoRejectedOne() {
        seller("ann");
        bench.enqueue("sales", "CA1");
        bench.enqueue("sales", "CA2");

        bench.distributor.reject(ACCOUNT, bench.lastOffer().reservationId(), "busy");

        assertThat(bench.lastOffer().subject()).isEqualTo("CA2");
    }

    @Test
    void ringsTheNextWorkerWhenAnOfferRunsOff() {
        seller("ann");
        seller("bob");
        bench.enqueue("sales", "CA1");
        String first = bench.lastOffer().reservationId();

        bench.pass(Duration.ofMinutes(2));

        assertThat(bench.rescinded).containsExactly(first);
        assertThat(bench.offeredWorkers()).containsExactly("ann", "bob");
        assertThat(bench.distributor.accept(ACCOUNT, first)).isEqualTo(Answer.TOO_LATE);
    }

    @Test
    void servesTheQueueAgainAfterAPauseWhenEveryWorkerTimedOut() {
        Worker ann = seller("ann");
        bench.enqueue("sales", "CA1");

        bench.pass(Duration.ofMinutes(2));
        assertThat(bench.offers).hasSize(1);
        bench.pass(Duration.ofSeconds(10));

        assertThat(bench.offeredWorkers()).containsExactly("ann", "ann");
        assertThat(worker(ann).activityId()).isEqualTo(ann.activityId());
    }

    @Test
    void movesTheWorkerWhenTheWorkspaceNamesATimeoutActivity() {
        Worker ann = seller("ann");
        String offline = bench.activity(workspace, "Offline").id();
        bench.directory.updateWorkspace(ACCOUNT, workspace.id(), new WorkAdministration.WorkspaceChange(
                Optional.empty(), Optional.empty(), Optional.of(Optional.of(offline))));
        bench.enqueue("sales", "CA1");

        bench.pass(Duration.ofMinutes(3));

        assertThat(worker(ann).activityId()).isEqualTo(offline);
        assertThat(bench.offers).hasSize(1);
        assertThat(bench.world.events.types()).contains("worker.activity-changed");
    }

    @Test
    void stopsRingingWhenTheCallerGivesUp() {
        seller("ann");
        String item = bench.enqueue("sales", "CA1");

        assertThat(bench.distributor.cancel(ACCOUNT, item, "hung-up")).isEqualTo(Answer.DONE);

        assertThat(bench.rescinded).containsExactly(bench.lastOffer().reservationId());
        assertThat(bench.item(item).state()).isEqualTo(WorkItemState.CANCELED);
        assertThat(bench.distributor.cancel(ACCOUNT, item, "again")).isEqualTo(Answer.TOO_LATE);
        assertThat(bench.distributor.findOpenItem(ACCOUNT, "CA1")).isEmpty();
        bench.enqueue("sales", "CA2");
        assertThat(bench.offeredWorkers()).containsExactly("ann", "ann");
    }

    @Test
    void expiresWhenNobodyServesItInTime() {
        String item = bench.enqueue("sales", "CA1");

        bench.pass(Duration.ofHours(24));

        assertThat(bench.expired).containsExactly(item);
        assertThat(bench.item(item).standing().reason()).isEqualTo("timed-out");
        assertThat(bench.world.timers.pending()).isZero();
    }

    @Test
    void servesTheHigherPriorityFirstAndThenTheOlder() {
        bench.enqueue("sales", "CA1");
        bench.pass(Duration.ofSeconds(1));
        bench.enqueue("sales", "CA2", 5, Map.of());
        bench.pass(Duration.ofSeconds(1));
        bench.enqueue("sales", "CA3", 5, Map.of());

        seller("ann");
        seller("bob");
        seller("cyd");

        assertThat(bench.offers).extracting(OfferDesk.Offer::subject).containsExactly("CA2", "CA3", "CA1");
    }

    @Test
    void givesTheOldPlaceBackWhenACallerWhoseNodeDiedCallsAgain() {
        String lost = bench.enqueue("sales", "CA1", 0, Map.of("from", "+31101"));
        bench.pass(Duration.ofSeconds(5));
        bench.enqueue("sales", "CA2", 0, Map.of("from", "+31102"));
        bench.distributor.cancel(ACCOUNT, lost, WorkDistribution.NODE_LOST);
        bench.pass(Duration.ofSeconds(5));

        bench.enqueue("sales", "CA3", 0, Map.of("from", "+31101"));
        bench.enqueue("sales", "CA4", 0, Map.of("from", "+31101"));
        seller("ann");
        seller("bob");
        seller("cyd");

        assertThat(bench.offers).extracting(OfferDesk.Offer::subject).containsExactly("CA3", "CA2", "CA4");
    }

    @Test
    void takesTheOfferBackWhenTheWorkerIsDeleted() {
        Worker ann = seller("ann");
        seller("bob");
        bench.enqueue("sales", "CA1");

        bench.directory.deleteWorker(ACCOUNT, workspace.id(), ann.id());

        assertThat(bench.rescinded).hasSize(1);
        assertThat(bench.offeredWorkers()).containsExactly("ann", "bob");
        assertThat(bench.states.list(ACCOUNT, workspace.id())).hasSize(1);
    }

    @Test
    void endsAnItemThatNobodyWantsAfterTooManyOffers() {
        WorkBench impatient = new WorkBench(world(), "n", new WorkSettings(Duration.ofSeconds(20),
                Duration.ZERO, Duration.ofSeconds(1), Duration.ZERO, Duration.ZERO, Duration.ofDays(1), 2));
        Workspace other = impatient.workspace("other");
        impatient.queue(other, "all", "");
        impatient.worker(other, "ann", Map.of());
        String item = impatient.enqueue("all", "CA1");

        impatient.distributor.reject(ACCOUNT, impatient.lastOffer().reservationId(), "busy");
        impatient.pass(Duration.ofSeconds(1));
        impatient.distributor.reject(ACCOUNT, impatient.lastOffer().reservationId(), "busy");

        assertThat(impatient.item(item).standing().reason()).isEqualTo("too-many-offers");
        assertThat(impatient.expired).containsExactly(item);
    }

    @Test
    void showsTheWorkersStateToOtherNodes() {
        Worker ann = seller("ann");

        bench.enqueue("sales", "CA1");

        WorkerStates.WorkerState state = bench.states.find(ACCOUNT, workspace.id(), ann.id()).orElseThrow();
        assertThat(state.activity()).isEqualTo("Available");
        assertThat(state.open()).containsEntry("voice", 1);
    }

    @Test
    void refusesUnknownQueuesForeignItemsAndWrongNumbers() {
        seller("ann");
        String item = bench.enqueue("sales", "CA1");

        assertThatThrownBy(() -> bench.enqueue("nowhere", "CA2")).isInstanceOf(DomainException.class)
                .extracting(e -> ((DomainException) e).code())
                .isEqualTo(ErrorCode.NOT_FOUND);
        assertThatThrownBy(() -> bench.enqueue("sales", "CA2", -1, Map.of())).hasMessageContaining("priority");
        assertThat(bench.distributor.cancel(STRANGER, item, "mine")).isEqualTo(Answer.TOO_LATE);
        assertThat(bench.distributor.accept(STRANGER, bench.lastOffer().reservationId())).isEqualTo(Answer.TOO_LATE);
        assertThat(bench.distributor.findOpenItem(STRANGER, "CA1")).isEmpty();
        assertThat(bench.distributor.findOpenItem(ACCOUNT, "CA1")).contains(item);
    }

    private Worker seller(String name) {
        return bench.worker(workspace, name, Map.of("skills", List.of("sales")));
    }

    private Worker worker(Worker worker) {
        return bench.world.stores.workers().find(ACCOUNT, workspace.id(), worker.id()).orElseThrow();
    }
}
