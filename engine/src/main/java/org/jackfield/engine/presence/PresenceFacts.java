package org.jackfield.engine.presence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;

/** Presence as flows ask for it: a few plain values. Joins the open unit of work. Thread-safe. */
public final class PresenceFacts {

    private final Presences presences;
    private final Occupations occupations;
    private final ContactAddresses addresses;

    public PresenceFacts(Presences presences, Occupations occupations, ContactAddresses addresses) {
        this.presences = presences;
        this.occupations = occupations;
        this.addresses = addresses;
    }

    /**
     * {@code identity}, {@code status}, {@code reachable}, {@code contacts} (how many) and, for the contact of a worker,
     * {@code activity} and {@code takesWork}: whether he is offered calls now. Empty when presence cannot be known, as of a number.
     *
     * @param who an identity, or an address as a worker's contact is one
     */
    public Optional<Map<String, Object>> of(AccountId account, String who) {
        return addresses.asked(account, who).filter(_ -> !who.startsWith("+")).map(identity -> {
            Presence presence = presences.of(account, identity);
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("identity", identity);
            facts.put("status", presence.status().word());
            facts.put("reachable", presence.reachable());
            facts.put("contacts", presence.contacts().size());
            List<Occupation> work = occupations.of(account, identity);
            work.stream().findFirst().ifPresent(first -> {
                facts.put("activity", first.activity());
                facts.put("takesWork", work.stream().anyMatch(Occupation::takesCalls));
            });
            return facts;
        });
    }
}
