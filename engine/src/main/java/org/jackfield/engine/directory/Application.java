package org.jackfield.engine.directory;

import java.time.Instant;
import java.util.Map;
import org.jackfield.engine.tenant.AccountId;

/** A named set of addresses that numbers and calls can share. */
public record Application(AccountId account, String id, String friendlyName, Map<Use, Address> addresses,
        Instant created, Instant updated) {

    public Application {
        addresses = Map.copyOf(addresses);
    }

    /** What an address is asked for. A fallback is asked when its primary fails. */
    public enum Use {
        VOICE,
        VOICE_FALLBACK,
        CALL_STATUS,
        MESSAGE,
        MESSAGE_FALLBACK,
        MESSAGE_STATUS
    }

    /** An address, {@code http(s)} or {@code flow:KEY}, and the HTTP method that it is asked with, GET or POST. */
    public record Address(String url, String method) {}

    /** The address for a use; an empty one with POST when there is none. */
    public Address address(Use use) {
        return addresses.getOrDefault(use, new Address("", "POST"));
    }
}
