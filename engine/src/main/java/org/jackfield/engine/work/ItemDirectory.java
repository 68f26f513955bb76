package org.jackfield.engine.work;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.tenant.AccountId;

/** Changes work items over the stores; the owner of the workspace hears of it after the commit. */
public final class ItemDirectory implements ItemAdministration {

    private static final String DELETED = "deleted";

    private final WorkStores stores;
    private final WorkRuntime runtime;
    private final WorkViews views;
    private final WorkItemDecider decider;
    private final WorkWriter writer;
    private final Itineraries itineraries;

    public ItemDirectory(WorkStores stores, WorkRuntime runtime, WorkNeighbours neighbours, WorkSettings settings,
            WorkspaceOwners owners) {
        this.stores = stores;
        this.runtime = runtime;
        this.views = new WorkViews(stores);
        this.decider = new WorkItemDecider(settings);
        this.writer = new WorkWriter(stores, runtime, neighbours, owners::signal);
        this.itineraries = new Itineraries(new PolicyShelf(stores), runtime.clock());
    }

    @Override
    public WorkItem amend(AccountId account, String workItemId, ItemChange change) {
        Optional<Map<String, Object>> attributes = change.attributes().map(AttributeMaps::checked);
        change.priority().ifPresent(Checks::priority);
        change.virtualStart().ifPresent(start -> Checks.start(start, now()));
        return runtime.unit().run(() -> {
            WorkItem item = item(account, workItemId);
            requireOpenFor(item, change);
            WorkItem.Origin origin = origin(item, change, attributes);
            writer.write(decider.amend(item, origin, item.place().withPriority(change.priority()), now()));
            if (attributes.isPresent() && item.state() == WorkItemState.PENDING) {
                decideAnew(account, workItemId);
            }
            return Checks.known(stores.items().find(account, workItemId), "work item", workItemId);
        });
    }

    @Override
    public void delete(AccountId account, String workItemId) {
        runtime.unit().run(() -> {
            WorkItem item = item(account, workItemId);
            if (item.state() == WorkItemState.ASSIGNED || item.state() == WorkItemState.WRAPPING) {
                throw illegal(item, "complete it before it is deleted");
            }
            if (!WorkItemState.TABLE.isFinal(item.state())) {
                writer.write(decider.cancel(view(item), DELETED, now()));
            }
            stores.items().delete(account, workItemId);
            stores.figures().milestones().add(WorkMilestones.ofDeleting(item, now()));
            runtime.events().append(WorkEvents.deleted(item));
        });
    }

    @Override
    public WorkDistribution.Answer decline(AccountId account, String reservationId, String reason) {
        return runtime.unit()
                .run(() -> views.lockByReservation(account, reservationId)
                        .filter(view -> writer.write(decider.decline(view, reason, now())))
                        .map(_ -> WorkDistribution.Answer.DONE)
                        .orElse(WorkDistribution.Answer.TOO_LATE));
    }

    @Override
    public WorkDistribution.Answer ring(AccountId account, String reservationId, Reservation.Ringing ringing,
            Optional<Duration> ringTime) {
        return runtime.unit()
                .run(() -> views.lockByReservation(account, reservationId)
                        .filter(view -> {
                            ringing.postActivity().ifPresent(activity -> requireActivity(view.item(), activity));
                            return writer.write(decider.ring(view, ringing, ringTime, now()));
                        })
                        .map(_ -> WorkDistribution.Answer.DONE)
                        .orElse(WorkDistribution.Answer.TOO_LATE));
    }

    private void requireActivity(WorkItem item, String activity) {
        var _ = Checks.known(stores.workspaces().findActivity(item.account(), item.workspaceId(), activity), "activity",
                activity);
    }

    /** As if the item came in with its new attributes; a policy that has nothing for it now ends it. */
    private void decideAnew(AccountId account, String workItemId) {
        WorkItem item = item(account, workItemId);
        WorkView view = view(item);
        itineraries.of(item)
                .ifPresent(itinerary -> writer.write(itinerary.anew(item)
                        .map(place -> decider.reroute(view, place, now()))
                        .orElseGet(() -> decider.useUp(view, now()))));
    }

    private WorkItem.Origin origin(WorkItem item, ItemChange change, Optional<Map<String, Object>> attributes) {
        WorkItem.Origin before = item.origin();
        String medium = change.medium()
                .map(name -> stores.media()
                        .use(item.account(), item.workspaceId(), name)
                        .orElseThrow(() -> Checks.noMedium(name))
                        .uniqueName())
                .orElse(before.medium());
        return before.amended(medium, attributes.orElse(before.attributes()),
                change.virtualStart().orElse(before.virtualStart()));
    }

    private static void requireOpenFor(WorkItem item, ItemChange change) {
        if (WorkItemState.TABLE.isFinal(item.state()) && !change.onlyAttributes()) {
            throw illegal(item, "only its attributes can be changed");
        }
        if (change.medium().isPresent() && item.state() != WorkItemState.PENDING) {
            throw illegal(item, "its medium can be changed only while nobody is asked or has it");
        }
    }

    private static DomainException illegal(WorkItem item, String what) {
        return new DomainException(ErrorCode.ILLEGAL_STATE,
                "work item " + item.id() + " is " + item.state().word() + ": " + what);
    }

    private WorkItem item(AccountId account, String workItemId) {
        return Checks.known(stores.items().lock(account, workItemId), "work item", workItemId);
    }

    private WorkView view(WorkItem item) {
        return Checks.known(views.lock(item.account(), item.id()), "queue", item.place().queueId());
    }

    private Instant now() {
        return runtime.clock().instant();
    }
}
