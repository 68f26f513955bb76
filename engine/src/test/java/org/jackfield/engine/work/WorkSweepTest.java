package org.jackfield.engine.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jackfield.engine.work.WorkBench.ACCOUNT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jackfield.engine.unit.StoreUnavailableException;
import org.jackfield.engine.work.WorkSignals.Kind;
import org.jackfield.engine.work.WorkSignals.Signal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a neighbour wrote while its signals were lost. */
class WorkSweepTest {

    private final WorkBench.World world = WorkBench.World.inMemory();
    private final WorkBench owner = WorkBench.in(world);
    private final Set<RecentChanges.Change> written = new HashSet<>();
    private final List<Duration> asked = new ArrayList<>();
    private final WorkSweep sweep = owner.sweep(this::within);
    private Workspace workspace = owner.workspace("center");
    private boolean away;

    @BeforeEach
    void openTheCenter() {
        owner.queue(workspace, "all", "");
        owner.worker(workspace, "ann", Map.of());
        sweep.start();
    }

    private Set<RecentChanges.Change> within(Duration time) {
        asked.add(time);
        if (away) {
            throw new StoreUnavailableException("away", new IllegalStateException());
        }
        return Set.copyOf(written);
    }

    @Test
    void offersWhatANeighbourQueuedThoughItsSignalWasLost() {
        WorkBench neighbour = new WorkBench(world, "node-2", WorkSettings.DEFAULT);
        String item = neighbour.enqueue("all", "CA1");
        assertThat(owner.offers).isEmpty();

        written.add(change(item, 1));
        owner.pass(WorkSweep.EVERY);

        assertThat(owner.offers).extracting(OfferDesk.Offer::workItemId).containsExactly(item);
    }

    @Test
    void readsEachChangeOnce() {
        WorkBench neighbour = new WorkBench(world, "node-2", WorkSettings.DEFAULT);
        String item = neighbour.enqueue("all", "CA1");
        written.add(change(item, 1));
        owner.pass(WorkSweep.EVERY);
        owner.distributor.reject(ACCOUNT, owner.lastOffer().reservationId(), "busy");
        owner.pass(WorkSettings.DEFAULT.declinePause().multipliedBy(2));

        assertThat(owner.offers).hasSize(2);
        owner.pass(WorkSweep.EVERY.multipliedBy(2));
        assertThat(owner.offers).hasSize(2);
    }

    @Test
    void looksFurtherBackAfterTheStoreWasAway() {
        world.alive.add("node-2");
        owner.pass(WorkSweep.EVERY);
        away = true;
        owner.pass(WorkSweep.EVERY.multipliedBy(5));
        away = false;
        owner.pass(WorkSweep.EVERY);

        assertThat(asked.getFirst()).isEqualTo(WorkSweep.EVERY.plus(WorkSweep.OVERLAP));
        assertThat(asked.getLast()).isEqualTo(WorkSweep.EVERY.multipliedBy(6).plus(WorkSweep.OVERLAP));
    }

    @Test
    void doesNotLookWhileTheNodeIsAlone() {
        owner.pass(WorkSweep.EVERY.multipliedBy(3));

        assertThat(asked).isEmpty();
    }

    @Test
    void endsWhenItIsClosed() {
        world.alive.add("node-2");
        owner.pass(WorkSweep.EVERY);
        assertThat(asked).hasSize(1);

        sweep.close();
        owner.pass(WorkSweep.EVERY.multipliedBy(3));

        assertThat(asked).hasSizeLessThan(3);
    }

    private RecentChanges.Change change(String item, long version) {
        return new RecentChanges.Change(new Signal(ACCOUNT, workspace.id(), Kind.ITEM, item), version);
    }
}
