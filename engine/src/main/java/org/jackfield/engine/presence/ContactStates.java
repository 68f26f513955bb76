package org.jackfield.engine.presence;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jackfield.engine.tenant.AccountId;
import org.jspecify.annotations.Nullable;

/** Says of addresses whether somebody can be reached there. Joins the open unit of work. Thread-safe. */
@FunctionalInterface
public interface ContactStates {

    /** How an address is. */
    enum State {
        /** Somebody is registered and can be reached. */
        REACHABLE("reachable"),
        /** Nobody is registered, or nobody who can be reached. */
        NOT_REGISTERED("not-registered"),
        /** A number, or an address elsewhere. */
        NOT_KNOWN("not-known");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** The word of the API. */
        public String word() {
            return word;
        }
    }

    /** The state of each. */
    Map<String, State> of(AccountId account, Set<String> uris);

    /** As presence says. */
    static ContactStates by(ContactAddresses addresses, Presences presences) {
        return (account, uris) -> {
            Map<String, String> identities = new LinkedHashMap<>();
            uris.forEach(uri -> addresses.identity(account, uri).ifPresent(who -> identities.put(uri, who)));
            Map<String, Presence> found = presences.of(account, Set.copyOf(identities.values()));
            return uris.stream().collect(Collectors.toMap(uri -> uri, uri -> state(found, identities.get(uri))));
        };
    }

    private static State state(Map<String, Presence> found, @Nullable String identity) {
        if (identity == null) {
            return State.NOT_KNOWN;
        }
        Presence presence = found.get(identity);
        return presence != null && presence.reachable() ? State.REACHABLE : State.NOT_REGISTERED;
    }
}
