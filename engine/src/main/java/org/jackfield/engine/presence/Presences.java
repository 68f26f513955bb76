package org.jackfield.engine.presence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.node.NodeId;
import org.jackfield.engine.node.Nodes;
import org.jackfield.engine.presence.Contact.Kind;
import org.jackfield.engine.presence.Registrations.Located;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.UnitOfWork;

/**
 * Reads presence from the rows as they are, so every node sees the same. Clients of a node that is over are not there any more,
 * whether or not their rows were removed. Joins the open unit of work. Thread-safe.
 */
public final class Presences {

    private final PresenceStores stores;
    private final Nodes nodes;
    private final UnitOfWork unit;

    public Presences(PresenceStores stores, Nodes nodes, UnitOfWork unit) {
        this.stores = stores;
        this.nodes = nodes;
        this.unit = unit;
    }

    /** How the identity is; one that nobody knows is offline and has no contacts. */
    public Presence of(AccountId account, String identity) {
        return of(account, Set.of(identity)).getOrDefault(identity, Presence.of(account, identity, List.of()));
    }

    /** The same for several, in two reads; in the order of the identities. */
    public Map<String, Presence> of(AccountId account, Set<String> identities) {
        if (identities.isEmpty()) {
            return Map.of();
        }
        Look look = new Look(stores.looks().clock().instant());
        Map<String, List<Contact>> contacts = new HashMap<>();
        unit.read(() -> {
            stores.clients()
                    .list(account, identities)
                    .forEach(client -> look.at(client)
                            .ifPresent(contact -> contacts.computeIfAbsent(client.identity(), _ -> new ArrayList<>())
                                    .add(contact)));
            stores.phones()
                    .locate(account, identities)
                    .forEach(phone -> contacts
                            .computeIfAbsent(phone.binding().addressOfRecord(), _ -> new ArrayList<>())
                            .add(look.at(phone)));
            return contacts;
        });
        Map<String, Presence> presences = new LinkedHashMap<>();
        new TreeSet<>(identities).forEach(identity -> presences.put(identity,
                Presence.of(account, identity, contacts.getOrDefault(identity, List.of()))));
        return presences;
    }

    /** A page of the identities that have contacts, or had some a moment ago. */
    public List<Presence> list(AccountId account, Paging paging) {
        return unit.read(() -> {
            List<String> identities = stores.looks().watches().list(account, paging);
            Map<String, Presence> presences = of(account, Set.copyOf(identities));
            return identities.stream().flatMap(who -> Optional.ofNullable(presences.get(who)).stream()).toList();
        });
    }

    /** Those of the registrations that ended, or whose node is over. */
    List<ClientRegistration> ended(List<ClientRegistration> registrations) {
        Look look = new Look(stores.looks().clock().instant());
        return registrations.stream().filter(client -> look.at(client).isEmpty()).toList();
    }

    /** One look: each node is judged once. */
    private final class Look {

        private final Instant now;
        private final Map<String, Boolean> alive = new HashMap<>();

        Look(Instant now) {
            this.now = now;
        }

        Optional<Contact> at(ClientRegistration client) {
            return client.expires().isAfter(now) && isAlive(client.node())
                    ? Optional.of(new Contact(Kind.CLIENT, Optional.of(client.id()), client.device(), client.status(),
                            client.node(), client.expires(), true))
                    : Optional.empty();
        }

        Contact at(Located phone) {
            boolean reachable = phone.isEverywhere() || isAlive(phone.node());
            return new Contact(Kind.SIP, Optional.empty(), phone.binding().contact(),
                    reachable ? PresenceStatus.AVAILABLE : PresenceStatus.OFFLINE, phone.node(),
                    phone.binding().expires(), reachable);
        }

        private boolean isAlive(String node) {
            return !node.isEmpty() && alive.computeIfAbsent(node, name -> nodes.isAlive(NodeId.parse(name)));
        }
    }
}
