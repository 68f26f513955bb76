package org.jackfield.engine.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.client.AccessGrant;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.node.Nodes;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.UnitOfWork;

/**
 * Registers clients whose token grants that they are called, renews, changes and ends their registrations. A registration ends
 * with its token at the latest. Thread-safe.
 */
public final class ClientRegistrations {

    /** What a client asks for; what is empty is as usual, or stays as it is. */
    public record Wish(Optional<String> device, Optional<PresenceStatus> status, Optional<Duration> life) {}

    /** Bounds of how long a registration lives unless it is renewed. */
    public static final Duration SHORTEST = Duration.ofSeconds(30);
    public static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration USUAL = Duration.ofMinutes(10);
    /** An identity rings this many clients at once, as existing services do. */
    static final int MOST_DEVICES = 10;

    private final PresenceStores stores;
    private final Nodes nodes;
    private final UnitOfWork unit;
    private final Ids ids;

    public ClientRegistrations(PresenceStores stores, Nodes nodes, UnitOfWork unit, Ids ids) {
        this.stores = stores;
        this.nodes = nodes;
        this.unit = unit;
        this.ids = ids;
    }

    /**
     * A registration at this node, which replaces the device's former one.
     *
     * @throws DomainException TOKEN_GRANTS when the client may not be called; INVALID_PARAMETER
     */
    public ClientRegistration register(AccessGrant grant, Wish wish) {
        requireIncoming(grant);
        Instant now = now();
        String id = ids.next(IdPrefix.REGISTRATION);
        String device = wish.device().or(grant::endpoint).map(ClientRegistrations::checkedDevice).orElse(id);
        return unit.run(() -> {
            stores.looks().gained(grant.account(), grant.identity());
            ClientRegistration kept = stores.clients()
                    .put(new ClientRegistration(grant.account(), id, grant.identity(), device,
                            wish.status().orElse(PresenceStatus.AVAILABLE), nodes.self().toString(), grant.keyId(), now,
                            now, end(grant, wish, now)));
            endTooMany(kept);
            return kept;
        });
    }

    /**
     * The same registration for longer, at this node.
     *
     * @throws DomainException TOKEN_GRANTS; NOT_FOUND when it ended or is not one of the grant's identity
     */
    public ClientRegistration renew(AccessGrant grant, String id, Wish wish) {
        requireIncoming(grant);
        Instant now = now();
        return unit.run(() -> {
            ClientRegistration known = find(grant.account(), Optional.of(grant.identity()), id);
            PresenceStatus status = wish.status().orElse(known.status());
            if (status != known.status() || !known.node().equals(nodes.self().toString())) {
                stores.looks().gained(known.account(), known.identity());
            }
            return stores.clients()
                    .put(new ClientRegistration(known.account(), known.id(), known.identity(), known.device(), status,
                            nodes.self().toString(), grant.keyId(), known.created(), now, end(grant, wish, now)));
        });
    }

    /**
     * Changes how the client is.
     *
     * @param identity whose registration it must be; empty for whoever may act for all of the account
     * @throws DomainException NOT_FOUND
     */
    public ClientRegistration setStatus(AccountId account, Optional<String> identity, String id,
            PresenceStatus status) {
        return unit.run(() -> {
            ClientRegistration known = find(account, identity, id);
            if (known.status() == status) {
                return known;
            }
            stores.looks().gained(account, known.identity());
            return stores.clients().put(known.withStatus(status));
        });
    }

    /**
     * Ends it.
     *
     * @param identity as for {@link #setStatus}
     * @throws DomainException NOT_FOUND
     */
    public void end(AccountId account, Optional<String> identity, String id) {
        unit.run(() -> {
            ClientRegistration known = find(account, identity, id);
            stores.looks().lost(account, known.identity());
            stores.clients().remove(account, Set.of(id));
        });
    }

    /**
     * One that has not ended.
     *
     * @param identity as for {@link #setStatus}
     * @throws DomainException NOT_FOUND
     */
    public ClientRegistration find(AccountId account, Optional<String> identity, String id) {
        return unit.read(() -> stores.clients().find(account, id))
                .filter(known -> identity.isEmpty() || identity.get().equals(known.identity()))
                .filter(known -> known.expires().isAfter(now()))
                .orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND, "no registration " + id));
    }

    private void endTooMany(ClientRegistration latest) {
        List<ClientRegistration> all = stores.clients().list(latest.account(), Set.of(latest.identity()));
        List<String> oldest = all.stream()
                .filter(one -> !one.id().equals(latest.id()))
                .sorted(Comparator.comparing(ClientRegistration::renewed).thenComparing(ClientRegistration::id))
                .limit(Math.max(0, all.size() - MOST_DEVICES))
                .map(ClientRegistration::id)
                .toList();
        stores.clients().remove(latest.account(), oldest);
    }

    private static Instant end(AccessGrant grant, Wish wish, Instant now) {
        Duration life = wish.life().orElse(USUAL);
        if (life.compareTo(SHORTEST) < 0 || life.compareTo(LONGEST) > 0) {
            throw new DomainException(ErrorCode.INVALID_PARAMETER,
                    "Parameter ttl is not from " + SHORTEST.toSeconds() + " to " + LONGEST.toSeconds());
        }
        Instant wished = now.plus(life);
        return wished.isBefore(grant.expires()) ? wished : grant.expires();
    }

    private static String checkedDevice(String device) {
        if (!AccessGrant.isIdentity(device)) {
            throw new DomainException(ErrorCode.INVALID_PARAMETER,
                    "Parameter device needs 1 to " + AccessGrant.LONGEST_IDENTITY + " characters");
        }
        return device;
    }

    private static void requireIncoming(AccessGrant grant) {
        if (!grant.incoming()) {
            throw new DomainException(ErrorCode.TOKEN_GRANTS, "the token does not grant voice.incoming.allow");
        }
    }

    private Instant now() {
        return stores.looks().clock().instant();
    }
}
