package org.jackfield.engine.work;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /** An item and the worker to whom it is to be offered. */
    record Pair(String itemId, String workerId) {}

    /**
     * Offers the items to the workers in one commit, no item and no worker twice; which pairs were offered. The others are not free
     * any more: nothing is written for them.
     */
    Set<Pair> assign(List<Pair> pairs) {
        return runtime.unit().run(() -> {
            requireOwnership();
            Map<String, WorkView> asked = views.lockToOffer(owned.account(), ids(pairs, Pair::itemId));
            FreeWorkers free = FreeWorkers.lock(owned, stores, ids(pairs, Pair::workerId), now());
            Map<Pair, Decision.Accepted<WorkChange, WorkEffect>> offers = new LinkedHashMap<>();
            pairs.forEach(pair -> Optional.ofNullable(asked.get(pair.itemId()))
                    .flatMap(view -> free.of(pair.workerId(), view.item().origin())
                            .filter(view::mayAsk)
                            .flatMap(worker -> reserve(view, worker)))
                    .ifPresent(offer -> offers.put(pair, offer)));
            writer.writeAll(List.copyOf(offers.values()));
            return offers.keySet();
        });
    }

    private static Set<String> ids(List<Pair> pairs, Function<Pair, String> id) {
        return pairs.stream().map(id).collect(Collectors.toSet());
    }

    private Optional<Decision.Accepted<WorkChange, WorkEffect>> reserve(WorkView view, Worker worker) {
        String id = runtime.ids().next(IdPrefix.RESERVATION);
        Decision<WorkChange, WorkEffect> decision = decider.reserve(view, worker, id, now());
        if (!(decision instanceof Decision.Accepted<WorkChange, WorkEffect> accepted)) {
            return Optional.empty();
        }
        view.item()
                .place()
                .course()
                .ifPresent(course -> stores.callbacks()
                        .owe(new AssignmentCallbacks.Owed(owned.account(), owned.workspaceId(), id, course.policyId()),
                                now()));
        return Optional.of(accepted);
    }

    /** Carries out what falls due for the item: waited too long, offer run off, wrap-up over. */
    void endState(String itemId) {
        runtime.unit().run(() -> {
            requireOwnership();
            views.lockDue(owned.account(), itemId)
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

    private void requireOwnership() {
        if (!stores.workspaces().holds(owned.account(), owned.workspaceId(), owned.ownership())) {
            throw new OwnershipLostException(owned.workspaceId());
        }
    }

    private Instant now() {
        return runtime.clock().instant();
    }
}
