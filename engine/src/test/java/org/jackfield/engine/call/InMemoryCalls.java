package org.jackfield.engine.call;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jackfield.engine.id.MemoryPages;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.time.Span;
import org.jackfield.engine.unit.ConflictException;

/** The call records in memory. */
public final class InMemoryCalls implements Calls {

    private record Key(AccountId account, String id) {}

    private final Map<Key, Call> rows = new ConcurrentHashMap<>();

    @Override
    public void insert(Call call) {
        if (rows.putIfAbsent(key(call), call.stored(0)) != null) {
            throw new ConflictException("there is a call " + call.id());
        }
    }

    @Override
    public Call update(Call call) {
        Call stored = call.stored(call.version() + 1);
        Call before = rows.get(key(call));
        if (before == null || before.version() != call.version() || !rows.replace(key(call), before, stored)) {
            throw new ConflictException("call " + call.id() + " was changed");
        }
        return stored;
    }

    @Override
    public Optional<Call> find(AccountId account, String id) {
        return Optional.ofNullable(rows.get(new Key(account, id)));
    }

    @Override
    public List<Call> list(AccountId account, Filter filter, Paging paging) {
        return MemoryPages.descending(paging, of(account).filter(call -> matches(filter, call)), Call::id);
    }

    @Override
    public boolean delete(AccountId account, String id) {
        return find(account, id).filter(Call::isOver).isPresent() && rows.remove(new Key(account, id)) != null;
    }

    @Override
    public List<Call> openLegs(AccountId account, String root) {
        return of(account).filter(call -> call.root().equals(root) && !call.isOver())
                .sorted(Comparator.comparing((Call call) -> call.parties().parent().isPresent())
                        .thenComparing(Call::id))
                .toList();
    }

    @Override
    public List<Call> leftBehind(String node, long incarnation, int limit) {
        return rows.values()
                .stream()
                .filter(call -> !call.isOver() && call.placement().node().equals(node)
                        && call.placement().incarnation() < incarnation)
                .sorted(Comparator.comparing((Call call) -> call.parties().parent().isPresent())
                        .thenComparing(Call::id))
                .limit(limit)
                .toList();
    }

    private Stream<Call> of(AccountId account) {
        return rows.values().stream().filter(call -> call.account().equals(account));
    }

    private static boolean matches(Filter filter, Call call) {
        return filter.status().map(call.status()::equals).orElse(true)
                && filter.from().map(call.parties().from()::equals).orElse(true)
                && filter.to().map(call.parties().to()::equals).orElse(true)
                && filter.parent().map(parent -> call.parties().parent().equals(Optional.of(parent))).orElse(true)
                && filter.created().contains(call.times().created())
                && (filter.ended().equals(Span.ALWAYS)
                        || call.times().ended().map(filter.ended()::contains).orElse(false));
    }

    private static Key key(Call call) {
        return new Key(call.account(), call.id());
    }
}
