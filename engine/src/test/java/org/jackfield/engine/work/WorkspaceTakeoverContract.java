package org.jackfield.engine.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jackfield.engine.work.WorkBench.ACCOUNT;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jackfield.engine.work.WorkDistribution.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node dies, another (or its next run) takes its workspaces over. */
public abstract class WorkspaceTakeoverContract {

    private WorkBench old;
    private Workspace workspace;
    private Queue queue;

    @BeforeEach
    void openTheCenter() {
        old = WorkBench.in(world());
        workspace = old.workspace("center");
        queue = old.queue(workspace, "all", "");
    }

    /** An empty world. */
    protected abstract WorkBench.World world();

    @Test
    void ringsAgainUnderTheSameReservationWhenTheOfferIsStillOpen() {
        old.worker(workspace, "ann", Map.of());
        old.enqueue("all", "CA1");
        OfferDesk.Offer offer = old.lastOffer();
        old.die();

        WorkBench next = old.restartedAs("node-2");

        assertThat(next.offers).containsExactly(offer);
        assertThat(next.distributor.accept(ACCOUNT, offer.reservationId())).isEqualTo(Answer.DONE);
    }

    @Test
    void endsWhatRanOffMeanwhile() {
        old.worker(workspace, "ann", Map.of());
        old.worker(workspace, "bob", Map.of());
        String rung = old.enqueue("all", "CA1");
        String wrapping = old.enqueue("all", "CA2");
        old.distributor.accept(ACCOUNT, old.lastOffer().reservationId());
        old.distributor.wrapUp(ACCOUNT, wrapping, "hung-up");
        old.die();
        old.pass(Duration.ofSeconds(130));

        WorkBench next = old.restartedAs("node-2");

        assertThat(next.item(wrapping).state()).isEqualTo(WorkItemState.COMPLETED);
        assertThat(next.rescinded).hasSize(1);
        assertThat(next.item(rung).standing().offers()).isEqualTo(2);
        assertThat(next.offeredWorkers()).containsExactly("bob");
    }

    @Test
    void restoresTimersOfWrapUpsAndWaiting() {
        old.worker(workspace, "ann", Map.of());
        String wrapping = old.enqueue("all", "CA1");
        String waiting = old.enqueue("all", "CA2");
        old.distributor.accept(ACCOUNT, old.lastOffer().reservationId());
        old.distributor.wrapUp(ACCOUNT, wrapping, "hung-up");
        old.die();

        WorkBench next = old.restartedAs("node-2");
        next.pass(Duration.ofSeconds(10));

        assertThat(next.item(wrapping).state()).isEqualTo(WorkItemState.COMPLETED);
        assertThat(next.item(waiting).state()).isEqualTo(WorkItemState.RESERVED);
    }

    @Test
    void servesInTheOldOrderWhenRebuilt() {
        old.enqueue("all", "CA1", 0, Map.of());
        old.enqueue("all", "CA2", 3, Map.of());
        old.enqueue("all", "CA3", 3, Map.of());
        old.die();

        WorkBench next = old.restartedAs("node-2");
        next.worker(workspace, "ann", Map.of());
        next.worker(workspace, "bob", Map.of());
        next.worker(workspace, "cyd", Map.of());

        assertThat(next.offers).extracting(OfferDesk.Offer::subject).containsExactly("CA2", "CA3", "CA1");
    }

    @Test
    void offersEachOfManyOnceWhenManyWaitForMany() {
        WorkBench maker = new WorkBench(old.world, "node-3", WorkSettings.DEFAULT);
        int workers = 120;
        List<String> waiting = IntStream.range(0, workers + 10).mapToObj(i -> maker.enqueue("all", "CA" + i)).toList();
        IntStream.range(0, workers).forEach(i -> maker.worker(workspace, "agent" + i, Map.of()));
        old.die();

        WorkBench next = maker.restartedAs("node-2");

        assertThat(next.offers).extracting(OfferDesk.Offer::workItemId)
                .containsExactlyElementsOf(waiting.subList(0, workers));
        assertThat(next.offers).extracting(OfferDesk.Offer::workerId).doesNotHaveDuplicates();
        assertThat(waiting.subList(workers, waiting.size()))
                .allSatisfy(item -> assertThat(next.item(item).state()).isEqualTo(WorkItemState.PENDING));
        assertThat(next.offers).allSatisfy(offer -> {
            assertThat(next.item(offer.workItemId()).standing().reservationId()).contains(offer.reservationId());
            assertThat(next.distributor.accept(ACCOUNT, offer.reservationId())).isEqualTo(Answer.DONE);
        });
    }

    @Test
    void givesAWorkerAsManyAsHeMayHaveWhenManyWait() {
        WorkBench maker = new WorkBench(old.world, "node-3", WorkSettings.DEFAULT);
        IntStream.range(0, 5).forEach(i -> maker.enqueue("all", "CA" + i));
        Worker ann = maker.worker(workspace, "ann", Map.of());
        old.world.unit.run(() -> old.world.stores.workers().update(ann.withShares(Map.of("voice", 3), Set.of())));
        old.die();

        WorkBench next = maker.restartedAs("node-2");

        assertThat(next.offers).extracting(OfferDesk.Offer::subject).containsExactly("CA0", "CA1", "CA2");
    }

    @Test
    void refusesTheOldOwnersWritesWhenAnotherTookOver() {
        WorkBench other = new WorkBench(old.world, "node-2", WorkSettings.DEFAULT);
        old.world.alive.remove("node-1");
        other.owners.takeOverOrphans();

        old.owners.signal(new WorkSignals.Signal(ACCOUNT, workspace.id(), WorkSignals.Kind.QUEUE, queue.id()));
        old.worker(workspace, "ann", Map.of());
        old.enqueue("all", "CA1");

        assertThat(old.offers).isEmpty();
        assertThat(old.owners.count()).isZero();
        assertThat(other.owners.count()).isEqualTo(1);
    }

    @Test
    void passesSignalsOnToTheOwner() {
        WorkBench other = new WorkBench(old.world, "node-2", WorkSettings.DEFAULT);
        other.worker(workspace, "ann", Map.of());

        other.enqueue("all", "CA1");

        assertThat(other.owners.count()).isZero();
        assertThat(other.sent).extracting(WorkSignals.Signal::kind)
                .containsExactly(WorkSignals.Kind.WORKER, WorkSignals.Kind.ITEM);
        other.sent.forEach(old.owners::signal);
        assertThat(old.offeredWorkers()).containsExactly("ann");
    }
}
