package org.jackfield.engine.directory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.jackfield.engine.id.MemoryPages;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;

/** The accounts' numbers in memory. */
public final class MemoryNumbers implements NumberStore {

    private final Map<String, IncomingNumber> numbers = new ConcurrentSkipListMap<>();

    @Override
    public synchronized boolean insert(IncomingNumber number) {
        if (byNumber(number.number()).isPresent()) {
            return false;
        }
        numbers.put(number.id(), number);
        return true;
    }

    @Override
    public synchronized boolean update(IncomingNumber number) {
        if (find(number.account(), number.id()).isEmpty()) {
            return false;
        }
        numbers.put(number.id(), number);
        return true;
    }

    @Override
    public synchronized boolean delete(AccountId account, String id) {
        return find(account, id).isPresent() && numbers.remove(id) != null;
    }

    @Override
    public Optional<IncomingNumber> find(AccountId account, String id) {
        return Optional.ofNullable(numbers.get(id)).filter(number -> number.account().equals(account));
    }

    @Override
    public Optional<IncomingNumber> byNumber(String number) {
        return numbers.values().stream().filter(entry -> entry.number().equals(number)).findFirst();
    }

    @Override
    public List<IncomingNumber> list(AccountId account, Filter filter, Paging paging) {
        return MemoryPages.ascending(paging, numbers.values()
                .stream()
                .filter(entry -> entry.account().equals(account))
                .filter(entry -> filter.number().map(entry.number()::equals).orElse(true))
                .filter(entry -> filter.friendlyName().map(entry.friendlyName()::equals).orElse(true)),
                IncomingNumber::id);
    }

    @Override
    public Set<String> taken(Collection<String> wanted) {
        return numbers.values()
                .stream()
                .map(IncomingNumber::number)
                .filter(wanted::contains)
                .collect(Collectors.toSet());
    }
}
