package org.jackfield.analytics.conversation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Definitions in memory, without transactions. */
final class InMemoryDefinitions implements Definitions {

    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, Map<String, Defined>> byAccount = new HashMap<>();

    private Map<String, Defined> of(String account) {
        return byAccount.computeIfAbsent(account, none -> new TreeMap<>());
    }

    @Override
    public synchronized long version(String account) {
        return versions.getOrDefault(account, 0L);
    }

    @Override
    public synchronized long holdVersion(String account) {
        return version(account);
    }

    @Override
    public synchronized List<Defined> all(String account) {
        return List.copyOf(of(account).values());
    }

    @Override
    public synchronized Optional<Defined> find(String account, String name) {
        return Optional.ofNullable(of(account).get(name));
    }

    @Override
    public synchronized long put(String account, Map<String, String> json, Instant now) {
        long version = versions.merge(account, 1L, Long::sum);
        json.forEach((name, text) -> of(account).put(name, new Defined(name, text, version, now)));
        return version;
    }

    @Override
    public synchronized Optional<Long> remove(String account, String name, Instant now) {
        return of(account).remove(name) == null
                ? Optional.empty()
                : Optional.of(versions.merge(account, 1L, Long::sum));
    }
}
