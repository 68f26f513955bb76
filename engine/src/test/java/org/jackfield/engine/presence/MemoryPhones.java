package org.jackfield.engine.presence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jackfield.engine.node.Nodes;
import org.jackfield.engine.tenant.AccountId;

/** The phones of several nodes in memory: each node registers its own, all see all. */
final class MemoryPhones {

    private final Map<String, MemoryRegistrations> nodes = new HashMap<>();

    Registrations at(Looks looks, Nodes node) {
        MemoryRegistrations own = nodes.computeIfAbsent(node.self().toString(),
                _ -> new MemoryRegistrations(looks, node));
        return new Registrations() {
            @Override
            public boolean register(Binding binding) {
                nodes.values().stream().filter(other -> other != own).forEach(other -> other.forget(binding));
                return own.register(binding);
            }

            @Override
            public void remove(AccountId account, String addressOfRecord, String contact) {
                nodes.values().forEach(each -> each.remove(account, addressOfRecord, contact));
            }

            @Override
            public void removeAll(AccountId account, String addressOfRecord) {
                nodes.values().forEach(each -> each.removeAll(account, addressOfRecord));
            }

            @Override
            public List<Binding> find(AccountId account, String addressOfRecord) {
                return nodes.values().stream().flatMap(each -> each.find(account, addressOfRecord).stream()).toList();
            }

            @Override
            public List<Located> locate(AccountId account, Set<String> addressesOfRecord) {
                return nodes.values()
                        .stream()
                        .flatMap(each -> each.locate(account, addressesOfRecord).stream())
                        .toList();
            }
        };
    }

    boolean holds(MemoryPresence.Holder holder) {
        return nodes.values()
                .stream()
                .flatMap(each -> each.locate(holder.account(), Set.of(holder.identity())).stream())
                .anyMatch(located -> located.node().equals(holder.node().toString()) && !located.isEverywhere());
    }
}
