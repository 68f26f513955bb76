package org.jackfield.engine.call;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jackfield.engine.id.MemoryPages;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;

/** The recordings' rows in memory. */
public final class InMemoryRecordings implements Recordings {

    private static final Comparator<Recording> ORDER = Comparator
            .comparing((Recording row) -> row.account().value())
            .thenComparing(Recording::id);

    private record Key(AccountId account, String id) {}

    private final Map<Key, Recording> rows = new ConcurrentHashMap<>();

    @Override
    public void save(Recording recording) {
        rows.put(new Key(recording.account(), recording.id()), recording);
    }

    @Override
    public Optional<Recording> find(AccountId account, String id) {
        return Optional.ofNullable(rows.get(new Key(account, id)));
    }

    @Override
    public List<Recording> list(AccountId account, Filter filter, Paging paging) {
        return MemoryPages.descending(paging, rows.values()
                .stream()
                .filter(row -> row.account().equals(account) && filter.created().contains(row.created())
                        && filter.callId().map(row.callId()::equals).orElse(true)),
                Recording::id);
    }

    @Override
    public List<Recording> inProgress(Optional<Recording> after, int limit) {
        return rows.values()
                .stream()
                .filter(row -> row.status() == Recording.Status.IN_PROGRESS)
                .sorted(ORDER)
                .filter(row -> after.map(last -> ORDER.compare(row, last) > 0).orElse(true))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Recording> delete(AccountId account, String id) {
        return Optional.ofNullable(rows.remove(new Key(account, id)));
    }
}
