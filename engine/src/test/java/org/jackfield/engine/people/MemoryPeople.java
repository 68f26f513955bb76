package org.jackfield.engine.people;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;

/** People and their sessions in memory. */
final class MemoryPeople implements UserStore, SessionStore {

    private final Map<String, User> users = new ConcurrentHashMap<>();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    @Override
    public boolean insert(User user) {
        return named(user.account(), user.name()).isEmpty() && users.putIfAbsent(user.id(), user) == null;
    }

    @Override
    public boolean update(User user) {
        return users.computeIfPresent(user.id(), (id, known) -> user) != null;
    }

    @Override
    public boolean delete(AccountId account, String id) {
        deleteOf(account, id);
        return find(account, id).isPresent() && users.remove(id) != null;
    }

    @Override
    public Optional<User> find(AccountId account, String id) {
        return Optional.ofNullable(users.get(id)).filter(user -> user.account().equals(account));
    }

    @Override
    public Optional<User> named(AccountId account, String name) {
        return users.values()
                .stream()
                .filter(user -> user.account().equals(account) && user.name().equalsIgnoreCase(name))
                .findFirst();
    }

    @Override
    public List<User> list(AccountId account, Paging paging) {
        return users.values()
                .stream()
                .filter(user -> user.account().equals(account) && user.id().compareTo(paging.after()) > 0)
                .sorted(Comparator.comparing(User::id))
                .limit(paging.limit())
                .toList();
    }

    @Override
    public void insert(Session session) {
        sessions.put(session.tokenHash(), session);
    }

    @Override
    public Optional<Session> find(String tokenHash, Instant now) {
        return Optional.ofNullable(sessions.get(tokenHash)).filter(session -> session.ends().isAfter(now));
    }

    @Override
    public void delete(String tokenHash) {
        sessions.remove(tokenHash);
    }

    @Override
    public void deleteOf(AccountId account, String userId) {
        sessions.values()
                .removeIf(session -> session.account().equals(account)
                        && session.userId().filter(userId::equals).isPresent());
    }

    @Override
    public void deleteEnded(Instant now) {
        sessions.values().removeIf(session -> !session.ends().isAfter(now));
    }
}
