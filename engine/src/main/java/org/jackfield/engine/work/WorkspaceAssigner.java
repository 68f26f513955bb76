package org.jackfield.engine.work;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.unit.Decision;

/**
 * Writes for a workspace's owner. Every write first holds the owner's epoch row: after a takeover none of the old owner's
 * writes passes. An assignment also checks the item's state, the worker's activity and his open count on the medium, all
 * locked, so that what the index believed cannot assign twice.
 */
final class WorkspaceAssigner {

    private final Workspaces.Owned owned;
    private final WorkStores stores;
    private final WorkRuntime runtime;
    private final WorkNeighbours neighbours;
    private final WorkWriter writer;
    private final WorkViews views;
    private final WorkItemDecider decider;
    private final Itineraries itineraries;

    WorkspaceAssigner(Workspaces.Owned owned, WorkspaceOwner.Parts parts) {
        this.owned = owned;
        this.stores = parts.stores();
        this.runtime = parts.runtime();
        this.neighbours = parts.neighbours();
        this.writer = parts.writer();
        this.views = new WorkViews(stores);
        this.decider = new WorkItemDecider(parts.settings());
        this.itineraries = new Itineraries(parts.policies(), parts.runtime().clock());
    }

    /** Offers the item to the worker; false when one of them is not free any more: nothing is written. */
    boolean assign(String itemId, String workerId) {
        return runtime.unit().run(() -> {
            requireOwnership();
            Optional<WorkView> view = views.lock(owned.account(), itemId);
            Optional<Worker> worker = view
                    .flatMap(found -> freeWorker(workerId, found.item().origin()).filter(found::mayAsk));
            return worker.isPresent() && reserve(view.orElseThrow(), worker.get());
        });
    }

    private boolean reserve(WorkView view, Worker worker) {
        String id = runtime.ids().next(IdPrefix.RESERVATION);
        boolean reserved = writer.write(decider.reserve(view, worker, id, now()));
        view.item()
                .place()
                .course()
                .filter(_ -> reserved)
                .ifPresent(course -> stores.callbacks()
                        .owe(new AssignmentCallbacks.Owed(owned.account(), owned.workspaceId(), id, course.policyId()),
                                now()));
        return reserved;
    }

    /** Carries out what falls due for the item: waited too long, offer run off, wrap-up over. */
    void endState(String itemId) {
        runtime.unit().run(() -> {
            requireOwnership();
            views.lock(owned.account(), itemId)
                    .filter(view -> view.item().standing().deadline().filter(at -> !at.isAfter(now())).isPresent())
                    .ifPresent(view -> writer.write(whatFallsDue(view)));
        });
    }

    /** Nobody could be asked when it entered its target: it skips the target, or waits. */
    void enter(String itemId, Map<String, Integer> workersOfQueue) {
        runtime.unit().run(() -> {
            requireOwnership();
            views.lock(owned.account(), itemId)
                    .filter(view -> view.item().state() == WorkItemState.PENDING && view.item().place().isEntering())
                    .ifPresent(view -> writer.write(goOn(view, itineraries.of(view.item())
                            .flatMap(itinerary -> itinerary.foundNobody(view.item(), workersOfQueue)))));
        });
    }

    /** Its policy was changed so that it is to be evaluated anew: as if it came in now; one for which there is nothing ends. */
    void evaluateAnew(String itemId) {
        runtime.unit().run(() -> {
            requireOwnership();
            views.lock(owned.account(), itemId)
                    .filter(view -> view.item().state() == WorkItemState.PENDING)
                    .ifPresent(view -> itineraries.of(view.item())
                            .filter(itinerary -> itinerary.isBehind(view.item()))
                            .ifPresent(itinerary -> writer.write(goOn(view, itinerary.anew(view.item())))));
        });
    }

    void ringAgain(OfferDesk.Offer offer) {
        neighbours.offers().offer(offer);
    }

    private Decision<WorkChange, WorkEffect> whatFallsDue(WorkView view) {
        return switch (view.item().state()) {
            case PENDING -> waitsNoLonger(view);
            case RESERVED -> decider.timeOut(view, now());
            default -> decider.complete(view, "", now());
        };
    }

    /** It waited as long as it may at all, or as its target lets it. */
    private Decision<WorkChange, WorkEffect> waitsNoLonger(WorkView view) {
        if (!view.item().origin().waitsUntil().isAfter(now())) {
            return decider.expire(view, now());
        }
        return goOn(view, itineraries.of(view.item())
                .flatMap(itinerary -> itinerary.isBehind(view.item())
                        ? itinerary.anew(view.item())
                        : itinerary.timedOut(view.item())));
    }

    private Decision<WorkChange, WorkEffect> goOn(WorkView view, Optional<WorkItem.Place> next) {
        return next.map(place -> decider.reroute(view, place, now())).orElseGet(() -> decider.useUp(view, now()));
    }

    private Optional<Worker> freeWorker(String workerId, WorkItem.Origin item) {
        return stores.workers()
                .lock(owned.account(), owned.workspaceId(), workerId)
                .filter(worker -> worker.pausedUntil().filter(now()::isBefore).isEmpty())
                .filter(worker -> stores.workspaces()
                        .findActivity(owned.account(), owned.workspaceId(), worker.activityId())
                        .filter(Activity::available)
                        .isPresent())
                .filter(worker -> hasRoom(worker, item));
    }

    /** Who takes none of the medium at all is not asked even where the capacity does not matter. */
    private boolean hasRoom(Worker worker, WorkItem.Origin item) {
        if (item.ignoresCapacity() || !worker.takes(item.medium())) {
            return worker.takes(item.medium());
        }
        Map<String, Integer> open = stores.workers()
                .openByMedium(owned.account(), owned.workspaceId(), worker.id());
        return open.isEmpty()
                || (open.getOrDefault(item.medium(), 0) < worker.capacity(item.medium()) && !oneAtATime());
    }

    private boolean oneAtATime() {
        return stores.workspaces()
                .find(owned.account(), owned.workspaceId())
                .filter(workspace -> workspace.manner().oneAtATime())
                .isPresent();
    }

    private void requireOwnership() {
        if (!stores.workspaces().holds(owned.account(), owned.workspaceId(), owned.ownership())) {
            throw new OwnershipLostException(owned.workspaceId());
        }
    }

    private Instant now() {
        return runtime.clock().instant();
    }
}
