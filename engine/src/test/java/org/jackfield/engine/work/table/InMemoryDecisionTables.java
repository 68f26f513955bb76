package org.jackfield.engine.work.table;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jackfield.engine.tenant.AccountId;

/** Decision tables in memory. */
public final class InMemoryDecisionTables implements DecisionTables {

    private record Key(AccountId account, String workspaceId, String policyId) {}

    private final Map<Key, Kept> tables = new ConcurrentHashMap<>();

    @Override
    public void keep(AccountId account, String workspaceId, String policyId, Kept table) {
        tables.put(new Key(account, workspaceId, policyId), table);
    }

    @Override
    public Map<String, Kept> findAll(AccountId account, String workspaceId, Set<String> policyIds) {
        Map<String, Kept> found = new HashMap<>();
        policyIds.forEach(id -> Optional.ofNullable(tables.get(new Key(account, workspaceId, id)))
                .ifPresent(table -> found.put(id, table)));
        return found;
    }
}
