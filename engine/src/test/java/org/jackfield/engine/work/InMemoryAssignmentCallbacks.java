package org.jackfield.engine.work;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jackfield.engine.tenant.AccountId;

/** Callbacks that are owed, in memory, for a unit of work that lets one run at a time. */
final class InMemoryAssignmentCallbacks implements AssignmentCallbacks {

    private final Map<Owed, Instant> due = new ConcurrentHashMap<>();
    private final Policies policies;

    InMemoryAssignmentCallbacks(Policies policies) {
        this.policies = policies;
    }

    void removeAllOf(Workspace workspace) {
        due.keySet().removeIf(owed -> owed.workspaceId().equals(workspace.id()));
    }

    @Override
    public boolean owe(Owed owed, Instant now) {
        boolean owes = policies.find(owed.account(), owed.workspaceId(), owed.policyId())
                .flatMap(policy -> policy.callback().url())
                .isPresent();
        if (owes) {
            due.put(owed, now);
        }
        return owes;
    }

    @Override
    public List<Owed> claim(Instant now, Instant until, Set<AccountId> except, int limit) {
        List<Owed> taken = due.entrySet()
                .stream()
                .filter(entry -> !entry.getValue().isAfter(now) && !except.contains(entry.getKey().account()))
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
        taken.forEach(owed -> due.put(owed, until));
        return taken;
    }

    @Override
    public void settle(AccountId account, String reservationId) {
        due.keySet().removeIf(owed -> owed.account().equals(account) && owed.reservationId().equals(reservationId));
    }
}
