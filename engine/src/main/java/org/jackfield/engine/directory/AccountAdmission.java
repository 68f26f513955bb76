package org.jackfield.engine.directory;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.tenant.Admission;
import org.jackfield.engine.unit.UnitOfWork;

/**
 * Admits calls up to each account's limit, and none while the node drains. Counts the calls of this node: its places end
 * with it, as its legs do. Thread-safe.
 */
public final class AccountAdmission implements Admission {

    private final AccountStore accounts;
    private final UnitOfWork unit;
    private final Map<AccountId, Set<String>> admitted = new ConcurrentHashMap<>();
    private final AtomicBoolean draining = new AtomicBoolean();

    public AccountAdmission(AccountStore accounts, UnitOfWork unit) {
        this.accounts = accounts;
        this.unit = unit;
    }

    /** From now on no call is admitted. */
    public void drain() {
        draining.set(true);
    }

    /** The calls that hold a place now. */
    public int admittedCalls() {
        return admitted.values().stream().mapToInt(Set::size).sum();
    }

    @Override
    public Verdict admit(AccountId account, String callId) {
        if (draining.get()) {
            return Verdict.DRAINING;
        }
        Optional<Account> known = unit.read(() -> accounts.find(account));
        if (known.isEmpty()) {
            return Verdict.ACCOUNT_UNKNOWN;
        }
        if (known.get().status() != Account.Status.ACTIVE) {
            return Verdict.ACCOUNT_SUSPENDED;
        }
        return takePlace(account, callId, known.get().maxCalls()) ? Verdict.ADMITTED : Verdict.TOO_MANY_CALLS;
    }

    @Override
    public void release(AccountId account, String callId) {
        Set<String> calls = admitted.get(account);
        if (calls != null) {
            calls.remove(callId);
        }
    }

    private boolean takePlace(AccountId account, String callId, int most) {
        Set<String> calls = admitted.computeIfAbsent(account, id -> ConcurrentHashMap.newKeySet());
        if (!calls.add(callId) || calls.size() <= most) {
            return true;
        }
        calls.remove(callId);
        return false;
    }
}
