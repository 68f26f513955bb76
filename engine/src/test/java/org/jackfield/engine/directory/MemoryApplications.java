package org.jackfield.engine.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jackfield.engine.id.MemoryPages;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;

/** Applications in memory. */
public final class MemoryApplications implements ApplicationStore {

    private final Map<String, Application> rows = new ConcurrentHashMap<>();

    @Override
    public void insert(Application application) {
        rows.put(application.id(), application);
    }

    @Override
    public boolean update(Application application) {
        return find(application.account(), application.id()).isPresent()
                && rows.put(application.id(), application) != null;
    }

    @Override
    public boolean delete(AccountId account, String id) {
        return find(account, id).isPresent() && rows.remove(id) != null;
    }

    @Override
    public Optional<Application> find(AccountId account, String id) {
        return Optional.ofNullable(rows.get(id)).filter(application -> application.account().equals(account));
    }

    @Override
    public List<Application> list(AccountId account, Optional<String> friendlyName, Paging paging) {
        return MemoryPages.ascending(paging, rows.values()
                .stream()
                .filter(application -> application.account().equals(account))
                .filter(application -> friendlyName.map(application.friendlyName()::equals).orElse(true)),
                Application::id);
    }
}
