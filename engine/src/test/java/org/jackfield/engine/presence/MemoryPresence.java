package org.jackfield.engine.presence;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jackfield.engine.id.MemoryPages;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.node.NodeId;
import org.jackfield.engine.tenant.AccountId;

/** Clients' registrations and the looks that are due, in memory, for a unit of work that lets one run at a time. */
public final class MemoryPresence implements ClientStore, PresenceWatches {

    private record Key(AccountId account, String identity) {}

    private record Due(Watched watched, Instant when) {}

    private final Map<String, ClientRegistration> clients = new TreeMap<>();
    private final Map<Key, Due> watches = new HashMap<>();
    /** Set once the phones are there: which addresses of record a node holds. */
    private Predicate<Holder> phones = _ -> false;

    /** An identity that may have a phone whose connection a node holds. */
    record Holder(AccountId account, String identity, NodeId node) {}

    void knowPhones(Predicate<Holder> held) {
        phones = held;
    }

    @Override
    public synchronized ClientRegistration put(ClientRegistration one) {
        ClientRegistration known = clients.values()
                .stream()
                .filter(other -> other.account().equals(one.account()) && other.identity().equals(one.identity()))
                .filter(other -> other.device().equals(one.device()))
                .findFirst()
                .orElse(one);
        ClientRegistration kept = new ClientRegistration(one.account(), known.id(), one.identity(), one.device(),
                one.status(), one.node(), one.keyId(), known.created(), one.renewed(), one.expires());
        clients.put(kept.id(), kept);
        return kept;
    }

    @Override
    public synchronized Optional<ClientRegistration> find(AccountId account, String id) {
        return Optional.ofNullable(clients.get(id)).filter(one -> one.account().equals(account));
    }

    @Override
    public synchronized List<ClientRegistration> list(AccountId account, Set<String> identities) {
        return clients.values()
                .stream()
                .filter(one -> one.account().equals(account) && identities.contains(one.identity()))
                .toList();
    }

    @Override
    public synchronized void remove(AccountId account, Collection<String> ids) {
        ids.stream().filter(id -> find(account, id).isPresent()).toList().forEach(clients::remove);
    }

    @Override
    public synchronized void lookAt(AccountId account, String identity, Instant when) {
        watches.merge(new Key(account, identity),
                new Due(new Watched(account, identity, PresenceStatus.OFFLINE, false), when),
                (known, later) -> known.when().isBefore(later.when()) ? known : new Due(known.watched(), when));
    }

    @Override
    public synchronized void lookAtContactsOf(NodeId node, Instant when) {
        watches.keySet()
                .stream()
                .filter(key -> phones.test(new Holder(key.account(), key.identity(), node))
                        || list(key.account(), Set.of(key.identity())).stream()
                                .anyMatch(client -> client.node().equals(node.toString())))
                .toList()
                .forEach(key -> lookAt(key.account(), key.identity(), when));
    }

    @Override
    public synchronized List<Watched> takeDue(Instant now, int most) {
        return watches.values()
                .stream()
                .filter(due -> !due.when().isAfter(now))
                .sorted(Comparator.comparing(Due::when))
                .limit(most)
                .map(Due::watched)
                .toList();
    }

    @Override
    public synchronized void keep(Watched watched, Instant nextLook) {
        watches.computeIfPresent(new Key(watched.account(), watched.identity()),
                (_, _) -> new Due(watched, nextLook));
    }

    @Override
    public synchronized void forget(AccountId account, String identity) {
        Objects.requireNonNull(watches.remove(new Key(account, identity)));
    }

    @Override
    public synchronized List<String> list(AccountId account, Paging paging) {
        return MemoryPages.ascending(paging, watches.keySet()
                .stream()
                .filter(key -> key.account().equals(account))
                .map(Key::identity), identity -> identity);
    }
}
