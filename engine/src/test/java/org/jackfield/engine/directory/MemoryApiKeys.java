package org.jackfield.engine.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jackfield.engine.id.MemoryPages;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;

/** Keys in memory. */
public final class MemoryApiKeys implements ApiKeyStore {

    private final Map<String, ApiKey> keys = new ConcurrentHashMap<>();

    @Override
    public void insert(ApiKey key) {
        keys.put(key.id(), key);
    }

    @Override
    public boolean update(ApiKey key) {
        return find(key.account(), key.id()).isPresent() && keys.put(key.id(), key) != null;
    }

    @Override
    public boolean delete(AccountId account, String id) {
        return find(account, id).isPresent() && keys.remove(id) != null;
    }

    @Override
    public Optional<ApiKey> find(AccountId account, String id) {
        return byId(id).filter(key -> key.account().equals(account));
    }

    @Override
    public Optional<ApiKey> byId(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    @Override
    public List<ApiKey> list(AccountId account, Paging paging) {
        return MemoryPages.ascending(paging, keys.values().stream().filter(key -> key.account().equals(account)),
                ApiKey::id);
    }
}
