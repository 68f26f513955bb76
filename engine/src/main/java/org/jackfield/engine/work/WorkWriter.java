package org.jackfield.engine.work;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jackfield.engine.unit.Decision;

/** Carries a decision out: rows, events and the item's process in the open unit of work, effects after its commit. */
final class WorkWriter {

    private final WorkStores stores;
    private final WorkRuntime runtime;
    private final WorkNeighbours neighbours;
    private final Consumer<WorkSignals.Signal> signals;

    WorkWriter(WorkStores stores, WorkRuntime runtime, WorkNeighbours neighbours,
            Consumer<WorkSignals.Signal> signals) {
        this.stores = stores;
        this.runtime = runtime;
        this.neighbours = neighbours;
        this.signals = signals;
    }

    /** False when the decision is a refusal: nothing is written. */
    boolean write(Decision<WorkChange, WorkEffect> decision) {
        if (!(decision instanceof Decision.Accepted<WorkChange, WorkEffect> accepted)) {
            return false;
        }
        accepted.changes().forEach(this::write);
        stores.figures().milestones().add(WorkMilestones.of(accepted.changes()));
        runtime.events().append(accepted.events());
        accepted.effects().forEach(effect -> runtime.unit().afterCommit(() -> handOut(effect)));
        return true;
    }

    /** Several decisions at once, each about an item of its own that it moves once: in as few statements as can be. */
    void writeAll(List<Decision.Accepted<WorkChange, WorkEffect>> decisions) {
        List<WorkChange> others = new ArrayList<>();
        List<Reservation> reservations = new ArrayList<>();
        List<WorkItem> items = new ArrayList<>();
        decisions.stream().flatMap(decision -> decision.changes().stream()).forEach(change -> {
            switch (change) {
                case WorkChange.ReservationAdded(Reservation reservation) -> reservations.add(reservation);
                case WorkChange.ItemMoved(WorkItem item, WorkItem _) -> items.add(item);
                default -> others.add(change);
            }
        });
        stores.reservations().insertAll(reservations);
        stores.items().updateAll(items);
        others.forEach(this::write);
        stores.figures()
                .milestones()
                .add(decisions.stream().flatMap(one -> WorkMilestones.of(one.changes()).stream()).toList());
        runtime.events().append(decisions.stream().flatMap(one -> one.events().stream()).toList());
        decisions.stream()
                .flatMap(one -> one.effects().stream())
                .forEach(effect -> runtime.unit().afterCommit(() -> handOut(effect)));
    }

    /** Lets the workspace's owner read the row again after the commit. */
    void signal(WorkSignals.Signal signal) {
        runtime.unit().afterCommit(() -> signals.accept(signal));
    }

    private void write(WorkChange change) {
        switch (change) {
            case WorkChange.ItemAdded(WorkItem item) -> stores.items().insert(item);
            case WorkChange.ItemMoved(WorkItem item, WorkItem _) -> stores.items().update(item);
            case WorkChange.ItemAmended(WorkItem item) -> stores.items().amend(item);
            case WorkChange.ReservationAdded(Reservation reservation) -> stores.reservations().insert(reservation);
            case WorkChange.ReservationMoved(Reservation reservation, ReservationState before) ->
                stores.reservations().update(reservation, before);
            case WorkChange.ReservationAmended(Reservation reservation) -> stores.reservations().amend(reservation);
            case WorkChange.WorkerMoved(Worker worker) -> stores.workers().update(worker);
            case WorkChange.ActivityBegun(Worker worker) ->
                stores.figures().spans().begin(worker.employee(), worker.activityId(), worker.statusChanged());
            case WorkChange.FlowTold(WorkItem item, WorkItemFlow.Fact fact) ->
                neighbours.flows().tell(item.account(), item.origin().processInstanceId(), fact);
        }
    }

    private void handOut(WorkEffect effect) {
        switch (effect) {
            case WorkEffect.Offered(OfferDesk.Offer offer) -> neighbours.offers().offer(offer);
            case WorkEffect.Rescinded(OfferDesk.Offer offer) -> neighbours.offers().rescind(offer);
            case WorkEffect.Expired(WorkItem item) ->
                neighbours.offers().expired(item.account(), item.origin().subject(), item.id());
            case WorkEffect.Changed(WorkSignals.Signal signal) -> signals.accept(signal);
        }
    }
}
