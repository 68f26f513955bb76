package org.jackfield.engine.presence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import org.jackfield.engine.client.AccessGrant;
import org.jackfield.engine.event.NewEvent;
import org.jackfield.engine.event.RecordingEventLog;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.id.TimeOrderedIds;
import org.jackfield.engine.node.Nodes;
import org.jackfield.engine.presence.ClientRegistrations.Wish;
import org.jackfield.engine.presence.Registrations.Binding;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.DirectUnitOfWork;
import org.jackfield.engine.unit.UnitOfWork;

/** Presence as one node sees it; {@link #at} is another node on the same stores. */
public final class PresenceWorld {

    public static final AccountId ACCOUNT = new AccountId("AC" + "a".repeat(32));
    public static final AccountId STRANGER = new AccountId("AC" + "b".repeat(32));
    public static final String KEY = "SK" + "c".repeat(32);
    public static final Duration DEBOUNCE = Duration.ofSeconds(5);
    static final Wish USUAL = new Wish(Optional.empty(), Optional.empty(), Optional.empty());

    /** What the nodes share, and the phones as a node registers them. */
    public record Shared(Clock clock, UnitOfWork unit, ClientStore clients, PresenceWatches watches,
            BiFunction<Looks, Nodes, Registrations> phones) {}

    private final Shared shared;
    private final PresenceStores stores;
    private final Presences presences;
    private final ClientRegistrations clients;
    private final PresenceNews news;
    private final RecordingEventLog events;
    private final Ids ids;

    public PresenceWorld(Shared shared, Nodes nodes) {
        this(shared, nodes, new RecordingEventLog(), new TimeOrderedIds(shared.clock(), new Random(3)));
    }

    private PresenceWorld(Shared shared, Nodes nodes, RecordingEventLog events, Ids ids) {
        Looks looks = new Looks(shared.watches(), shared.clock(), DEBOUNCE);
        this.shared = shared;
        this.ids = ids;
        this.events = events;
        stores = new PresenceStores(shared.phones().apply(looks, nodes), shared.clients(), looks);
        presences = new Presences(stores, nodes, shared.unit());
        clients = new ClientRegistrations(stores, nodes, shared.unit(), ids);
        // Looks are taken by told() alone.
        news = new PresenceNews(new PresenceNews.Parts(stores, nodes, shared.unit(), events), (_, _) -> () -> {});
    }

    static PresenceWorld inMemory(Clock clock, Nodes nodes) {
        MemoryPresence memory = new MemoryPresence();
        MemoryPhones phones = new MemoryPhones();
        memory.knowPhones(phones::holds);
        return new PresenceWorld(new Shared(clock, new DirectUnitOfWork(), memory, memory, phones::at), nodes);
    }

    /** The same as another node sees it. */
    public PresenceWorld at(Nodes nodes) {
        return new PresenceWorld(shared, nodes, events, ids);
    }

    Presences presences() {
        return presences;
    }

    public Presence presence(String identity) {
        return presences.of(ACCOUNT, identity);
    }

    public ClientRegistrations clients() {
        return clients;
    }

    public PresenceNews news() {
        return news;
    }

    Registrations phones() {
        return stores.phones();
    }

    ClientStore clientStore() {
        return shared.clients();
    }

    UnitOfWork unit() {
        return shared.unit();
    }

    /** Takes the looks that are due; what was published so far, as {@code identity before>status reachable}. */
    public List<String> told() {
        news.lookAtDue();
        return events.events().stream().map(PresenceWorld::line).toList();
    }

    /** A token of the identity for an hour. */
    public AccessGrant grant(String identity) {
        return grant(identity, Duration.ofHours(1));
    }

    AccessGrant grant(String identity, Duration life) {
        return new AccessGrant(ACCOUNT, KEY, identity, true, Optional.empty(), now().plus(life));
    }

    /** A phone registers, or renews. */
    void register(String addressOfRecord, String transport, long cseq, int seconds) {
        phones().register(new Binding(ACCOUNT, addressOfRecord, "sip:" + addressOfRecord + ";" + transport,
                "10.0.0.1:5060", transport, "call", cseq, now().plusSeconds(seconds)));
    }

    private Instant now() {
        return shared.clock().instant();
    }

    private static String line(NewEvent event) {
        return "%s %s>%s %s".formatted(event.data().get("identity"), event.data().get("before"),
                event.data().get("status"), event.data().get("reachable"));
    }
}
