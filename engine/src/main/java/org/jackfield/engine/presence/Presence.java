package org.jackfield.engine.presence;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jackfield.engine.presence.Contact.Kind;
import org.jackfield.engine.tenant.AccountId;

/**
 * Whether and how an identity can be reached: made of its live contacts, the ones that last longest first. What a client
 * says outranks that a phone is registered; of several clients the most available one counts. Immutable.
 */
public record Presence(AccountId account, String identity, PresenceStatus status, boolean reachable,
        List<Contact> contacts) {

    private static final Comparator<Contact> ORDER = Comparator.comparing(Contact::expires)
            .reversed()
            .thenComparing(Contact::address);

    public Presence {
        contacts = contacts.stream().sorted(ORDER).toList();
    }

    /** What the live contacts come to. */
    public static Presence of(AccountId account, String identity, List<Contact> live) {
        boolean phone = of(live, Kind.SIP).anyMatch(Contact::reachable);
        PresenceStatus usual = phone ? PresenceStatus.AVAILABLE : PresenceStatus.OFFLINE;
        PresenceStatus status = of(live, Kind.CLIENT).map(Contact::status)
                .min(Comparator.naturalOrder())
                .orElse(usual);
        boolean client = of(live, Kind.CLIENT)
                .anyMatch(contact -> contact.reachable() && contact.status() != PresenceStatus.OFFLINE);
        return new Presence(account, identity, status, phone || client, live);
    }

    /** When the next contact ends unless it is renewed. */
    public Optional<Instant> nextEnd() {
        return contacts.stream().map(Contact::expires).min(Comparator.naturalOrder());
    }

    public boolean has(Kind kind) {
        return of(contacts, kind).findAny().isPresent();
    }

    private static Stream<Contact> of(List<Contact> contacts, Kind kind) {
        return contacts.stream().filter(contact -> contact.kind() == kind);
    }
}
