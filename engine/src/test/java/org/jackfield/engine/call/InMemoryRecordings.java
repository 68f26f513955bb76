package org.jackfield.engine.call;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jackfield.engine.tenant.AccountId;

/** The recordings' rows in memory. */
public final class InMemoryRecordings implements Recordings {

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
    public List<Recording> list(AccountId account, Optional<String> callId, Optional<String> before, int limit) {
        return rows.values()
                .stream()
                .filter(row -> row.account().equals(account) && callId.map(row.callId()::equals).orElse(true)
                        && before.map(id -> row.id().compareTo(id) < 0).orElse(true))
                .sorted(Comparator.comparing(Recording::id).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Recording> delete(AccountId account, String id) {
        return Optional.ofNullable(rows.remove(new Key(account, id)));
    }
}
