package org.jackfield.engine.work;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.policy.PolicyReader;
import org.jackfield.engine.work.policy.RoutingPolicy;

/**
 * Routing policies as they are followed: read from their documents once a version. Joins the open unit of work. Thread-safe.
 */
final class PolicyShelf {

    private static final int MOST = 10_000;

    private record Key(AccountId account, String id) {}

    private record Read(long version, RoutingPolicy policy) {}

    /** What came of reading a document, and which queues it names. */
    record Reading(PolicyReader.Reading of, Set<String> queueIds) {}

    private final Map<Key, Read> shelf = new ConcurrentHashMap<>();
    private final WorkStores stores;

    PolicyShelf(WorkStores stores) {
        this.stores = stores;
    }

    /** The policy of an item; empty when there is none of that id any more. */
    Optional<PolicyDocument> document(AccountId account, String workspaceId, String policyId) {
        return stores.policies().find(account, workspaceId, policyId);
    }

    /** Empty when it names a queue that is gone. */
    Optional<RoutingPolicy> policy(PolicyDocument document) {
        Key key = new Key(document.account(), document.id());
        Read known = shelf.get(key);
        if (known != null && known.version() == document.version()) {
            return Optional.of(known.policy());
        }
        Optional<RoutingPolicy> read = read(document.account(), document.workspaceId(), document.document()).of()
                .policy();
        if (shelf.size() >= MOST) {
            shelf.clear();
        }
        read.ifPresent(policy -> shelf.put(key, new Read(document.version(), policy)));
        return read;
    }

    /** Reads a document against the queues that the workspace has. */
    Reading read(AccountId account, String workspaceId, Map<String, ?> document) {
        Set<String> named = new HashSet<>();
        PolicyReader.Reading reading = PolicyReader.read(document, reference -> {
            Optional<String> queue = stores.queues().findIn(account, workspaceId, reference).map(Queue::id);
            queue.ifPresent(named::add);
            return queue;
        });
        return new Reading(reading, named);
    }
}
