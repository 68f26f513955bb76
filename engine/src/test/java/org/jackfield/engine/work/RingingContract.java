package org.jackfield.engine.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jackfield.engine.work.WorkBench.ACCOUNT;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.Reservation.Ringing;
import org.jackfield.engine.work.WorkDistribution.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An application says how the worker of a call that waits is rung; the same on all stores. */
public abstract class RingingContract {

    private static final AccountId STRANGER = new AccountId("AC00000000000000000000000000000002");
    private static final Ringing ELSEWHERE = new Ringing(Optional.of("+15550100"), Optional.of("+15550101"), true,
            Optional.empty());

    private WorkBench bench;
    private Workspace workspace;
    private Worker ann;

    @BeforeEach
    void ring() {
        bench = WorkBench.in(world());
        workspace = bench.workspace("center");
        bench.queue(workspace, "all", "");
        ann = bench.worker(workspace, "ann", Map.of());
    }

    /** An empty world. */
    protected abstract WorkBench.World world();

    @Test
    void ringsWhereItIsToldToAlsoAfterATakeover() {
        String item = bench.enqueue("all", "CA1");
        String offer = bench.lastOffer().reservationId();

        assertThat(ring(offer, ELSEWHERE, Optional.empty())).isEqualTo(Answer.DONE);

        assertThat(bench.offers).hasSize(2);
        assertThat(bench.lastOffer().reservationId()).isEqualTo(offer);
        assertThat(bench.lastOffer().contactUri()).isEqualTo("+15550101");
        assertThat(bench.lastOffer().from()).contains("+15550100");
        assertThat(bench.lastOffer().records()).isTrue();
        bench.die();
        bench = bench.restartedAs("node-2");
        assertThat(bench.lastOffer().contactUri()).isEqualTo("+15550101");
        assertThat(bench.item(item).state()).isEqualTo(WorkItemState.RESERVED);
    }

    @Test
    void ringsAsLongAsItIsToldToFromThenOn() {
        String item = bench.enqueue("all", "CA1");
        bench.pass(Duration.ofSeconds(100));

        ring(bench.lastOffer().reservationId(), Ringing.USUAL, Optional.of(Duration.ofSeconds(30)));
        bench.pass(Duration.ofSeconds(29));
        assertThat(bench.item(item).state()).isEqualTo(WorkItemState.RESERVED);
        bench.pass(Duration.ofSeconds(1));

        assertThat(bench.rescinded).containsExactly(bench.lastOffer().reservationId());
        assertThat(bench.item(item).state()).isEqualTo(WorkItemState.PENDING);
    }

    @Test
    void movesTheWorkerWhenTheItemIsCompletedAndKeepsTheActivityUntilThen() {
        String after = bench.directory.createActivity(ACCOUNT, workspace.id(), "Paperwork", false).id();
        String item = bench.enqueue("all", "CA1");
        String offer = bench.lastOffer().reservationId();
        ring(offer, new Ringing(Optional.empty(), Optional.empty(), false, Optional.of(after)), Optional.empty());

        bench.distributor.accept(ACCOUNT, offer);
        assertThatThrownBy(() -> bench.directory.deleteActivity(ACCOUNT, workspace.id(), after))
                .isInstanceOf(DomainException.class);
        bench.distributor.wrapUp(ACCOUNT, item, "");
        assertThat(worker().activityId()).isNotEqualTo(after);
        bench.pass(Duration.ofSeconds(10));

        assertThat(worker().activityId()).isEqualTo(after);
        assertThat(worker().statusChanged()).isEqualTo(bench.world.clock.instant());
        assertThat(bench.item(item).state()).isEqualTo(WorkItemState.COMPLETED);
    }

    @Test
    void comesTooLateWhenTheWorkerAnsweredAndRefusesAnActivityThatIsNotThere() {
        bench.enqueue("all", "CA1");
        String offer = bench.lastOffer().reservationId();

        assertThatThrownBy(() -> ring(offer, new Ringing(Optional.empty(), Optional.empty(), false,
                Optional.of("WA0")), Optional.empty())).isInstanceOfSatisfying(DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
        assertThat(bench.changes.ring(STRANGER, offer, ELSEWHERE, Optional.empty())).isEqualTo(Answer.TOO_LATE);
        bench.distributor.accept(ACCOUNT, offer);
        assertThat(ring(offer, ELSEWHERE, Optional.empty())).isEqualTo(Answer.TOO_LATE);
        assertThat(bench.offers).hasSize(1);
    }

    private Answer ring(String offer, Ringing ringing, Optional<Duration> ringTime) {
        return bench.changes.ring(ACCOUNT, offer, ringing, ringTime);
    }

    private Worker worker() {
        return bench.world.stores.workers().find(ACCOUNT, workspace.id(), ann.id()).orElseThrow();
    }
}
