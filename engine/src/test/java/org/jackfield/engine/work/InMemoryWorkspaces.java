package org.jackfield.engine.work;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jackfield.engine.id.MemoryPages;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;

/** Workspaces and activities in memory. */
final class InMemoryWorkspaces implements Workspaces {

    private final ConcurrentSkipListMap<String, Workspace> workspaces = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<String, Activity> activities = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<String, Ownership> owners = new ConcurrentSkipListMap<>();
    private final Predicate<Activity> inUse;
    private final Consumer<Workspace> cascade;

    InMemoryWorkspaces(Predicate<Activity> inUse, Consumer<Workspace> cascade) {
        this.inUse = inUse;
        this.cascade = cascade;
    }

    @Override
    public boolean insert(Workspace workspace) {
        if (nameTaken(workspace)) {
            return false;
        }
        workspaces.put(workspace.id(), workspace);
        owners.put(workspace.id(), Ownership.NOBODY);
        return true;
    }

    @Override
    public boolean update(Workspace workspace) {
        return !nameTaken(workspace) && workspaces.replace(workspace.id(), workspace) != null;
    }

    @Override
    public boolean delete(AccountId account, String workspaceId) {
        Optional<Workspace> found = find(account, workspaceId);
        found.ifPresent(workspace -> {
            cascade.accept(workspace);
            activities.values().removeIf(activity -> activity.workspaceId().equals(workspaceId));
            owners.remove(workspaceId);
            workspaces.remove(workspaceId);
        });
        return found.isPresent();
    }

    @Override
    public Optional<Workspace> find(AccountId account, String workspaceId) {
        return Optional.ofNullable(workspaces.get(workspaceId)).filter(found -> found.account().equals(account));
    }

    @Override
    public List<Workspace> list(AccountId account, Paging paging) {
        return MemoryPages.ascending(paging,
                workspaces.values().stream().filter(found -> found.account().equals(account)), Workspace::id);
    }

    @Override
    public boolean insert(Activity activity) {
        if (nameTaken(activity)) {
            return false;
        }
        activities.put(activity.id(), activity);
        return true;
    }

    @Override
    public boolean update(Activity activity) {
        return !nameTaken(activity) && activities.replace(activity.id(), activity) != null;
    }

    @Override
    public Optional<Activity> findActivity(AccountId account, String workspaceId, String activityId) {
        return Optional.ofNullable(activities.get(activityId)).filter(in(account, workspaceId));
    }

    @Override
    public List<Activity> findActivities(AccountId account, Set<String> workspaceIds, Set<String> activityIds) {
        return activityIds.stream()
                .flatMap(id -> workspaceIds.stream()
                        .flatMap(workspace -> findActivity(account, workspace, id).stream()))
                .toList();
    }

    @Override
    public List<Activity> listActivities(AccountId account, String workspaceId, Paging paging) {
        return MemoryPages.ascending(paging, activities.values().stream().filter(in(account, workspaceId)),
                Activity::id);
    }

    @Override
    public boolean deleteActivity(AccountId account, String workspaceId, String activityId) {
        return findActivity(account, workspaceId, activityId)
                .filter(activity -> !inUse.test(activity))
                .filter(activity -> find(account, workspaceId)
                        .filter(workspace -> !workspace.defaultActivity().equals(activityId)
                                && !workspace.timeoutActivity().equals(Optional.of(activityId)))
                        .isPresent())
                .map(activity -> activities.remove(activity.id()))
                .isPresent();
    }

    @Override
    public Optional<Ownership> owner(AccountId account, String workspaceId) {
        return find(account, workspaceId).map(workspace -> owners.getOrDefault(workspace.id(), Ownership.NOBODY));
    }

    @Override
    public boolean takeOver(AccountId account, String workspaceId, Ownership expected, String node) {
        return find(account, workspaceId).isPresent() && owners.replace(workspaceId, expected, expected.takenBy(node));
    }

    @Override
    public boolean holds(AccountId account, String workspaceId, Ownership ownership) {
        return owner(account, workspaceId).filter(ownership::equals).isPresent();
    }

    @Override
    public List<String> ownerNodes() {
        return owners.values().stream().map(Ownership::node).distinct().toList();
    }

    @Override
    public List<Owned> ownedBy(String node, Paging paging) {
        return MemoryPages.ascending(paging, workspaces.values()
                .stream()
                .map(workspace -> new Owned(workspace.account(), workspace.id(),
                        owners.getOrDefault(workspace.id(), Ownership.NOBODY)))
                .filter(owned -> owned.ownership().node().equals(node)), Owned::workspaceId);
    }

    private static Predicate<Activity> in(AccountId account, String workspaceId) {
        return activity -> activity.account().equals(account) && activity.workspaceId().equals(workspaceId);
    }

    private boolean nameTaken(Workspace workspace) {
        return workspaces.values()
                .stream()
                .anyMatch(other -> other.account().equals(workspace.account()) && !other.id().equals(workspace.id())
                        && other.name().equalsIgnoreCase(workspace.name()));
    }

    private boolean nameTaken(Activity activity) {
        return activities.values()
                .stream()
                .filter(in(activity.account(), activity.workspaceId()))
                .anyMatch(other -> !other.id().equals(activity.id())
                        && other.name().equalsIgnoreCase(activity.name()));
    }
}
