package org.jackfield.engine.work;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import org.jackfield.engine.id.MemoryPages;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;

/** Media in memory. */
final class InMemoryMedia implements Media {

    private final ConcurrentSkipListMap<String, Medium> media = new ConcurrentSkipListMap<>();
    private final Predicate<Medium> inUse;

    InMemoryMedia(Predicate<Medium> inUse) {
        this.inUse = inUse;
    }

    void removeAllOf(Workspace workspace) {
        media.values().removeIf(medium -> medium.workspaceId().equals(workspace.id()));
    }

    @Override
    public boolean insert(Medium medium) {
        boolean taken = media.values()
                .stream()
                .filter(in(medium.account(), medium.workspaceId()))
                .anyMatch(other -> other.uniqueName().equalsIgnoreCase(medium.uniqueName()));
        return !taken && media.put(medium.id(), medium) == null;
    }

    @Override
    public boolean update(Medium medium) {
        return media.replace(medium.id(), medium) != null;
    }

    @Override
    public boolean delete(AccountId account, String workspaceId, String mediumId) {
        return find(account, workspaceId, mediumId).filter(medium -> !inUse.test(medium))
                .map(medium -> media.remove(medium.id()))
                .isPresent();
    }

    @Override
    public Optional<Medium> find(AccountId account, String workspaceId, String mediumId) {
        return Optional.ofNullable(media.get(mediumId)).filter(in(account, workspaceId));
    }

    @Override
    public Optional<Medium> use(AccountId account, String workspaceId, String uniqueNameOrId) {
        return media.values()
                .stream()
                .filter(in(account, workspaceId))
                .filter(medium -> medium.id().equals(uniqueNameOrId)
                        || medium.uniqueName().equalsIgnoreCase(uniqueNameOrId))
                .findFirst();
    }

    @Override
    public List<Medium> findAll(AccountId account, String workspaceId, Set<String> uniqueNames) {
        return media.values()
                .stream()
                .filter(in(account, workspaceId))
                .filter(medium -> uniqueNames.stream().anyMatch(medium.uniqueName()::equalsIgnoreCase))
                .toList();
    }

    @Override
    public List<Medium> list(AccountId account, String workspaceId, Paging paging) {
        return MemoryPages.ascending(paging, media.values().stream().filter(in(account, workspaceId)), Medium::id);
    }

    private static Predicate<Medium> in(AccountId account, String workspaceId) {
        return medium -> medium.account().equals(account) && medium.workspaceId().equals(workspaceId);
    }
}
