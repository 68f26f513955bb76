package org.jackfield.engine.directory;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jackfield.engine.id.MemoryPages;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;

/** Accounts in memory. */
public final class MemoryAccounts implements AccountStore {

    private final Map<AccountId, Account> accounts = new ConcurrentHashMap<>();

    @Override
    public boolean insert(Account account) {
        return accounts.putIfAbsent(account.id(), account) == null;
    }

    @Override
    public boolean update(Account account) {
        return accounts.computeIfPresent(account.id(), (id, known) -> account) != null;
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public List<Account> list(AccountId owner, Filter filter, Paging paging) {
        return MemoryPages.ascending(paging, accounts.values()
                .stream()
                .filter(account -> account.id().equals(owner) || account.owner().equals(Optional.of(owner)))
                .filter(account -> filter.friendlyName().map(account.friendlyName()::equals).orElse(true))
                .filter(account -> filter.status().map(account.status()::equals).orElse(true)),
                account -> account.id().value());
    }

    @Override
    public Optional<Account> first() {
        return accounts.values().stream().min(Comparator.comparing(Account::created).thenComparing(Account::id));
    }
}
