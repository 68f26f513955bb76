package org.jackfield.app.callback;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jackfield.engine.tenant.AccountId;

/** How much is under way on this node: at most so much in all, of one account less, so that no account takes it all. Thread-safe. */
final class Occupancy {

    private final int most;
    private final int mostOfAccount;
    private final Map<AccountId, Integer> running = new HashMap<>();

    Occupancy(int most, int mostOfAccount) {
        this.most = most;
        this.mostOfAccount = mostOfAccount;
    }

    /** How much more may begin. */
    synchronized int room() {
        return most - running.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The accounts that have enough. */
    synchronized Set<AccountId> busy() {
        return running.entrySet()
                .stream()
                .filter(entry -> entry.getValue() >= mostOfAccount)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    void begun(AccountId account) {
        count(account, 1);
    }

    void ended(AccountId account) {
        count(account, -1);
    }

    private synchronized void count(AccountId account, int more) {
        running.merge(account, more, Integer::sum);
        running.values().removeIf(count -> count == 0);
    }
}
