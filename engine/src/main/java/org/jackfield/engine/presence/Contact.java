package org.jackfield.engine.presence;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One way to reach an identity, while it lasts.
 *
 * @param registration the id of a client's registration; a phone has none
 * @param address of a phone the URI that requests go to, of a client what it calls its device
 * @param node where it registered, {@code name:incarnation}
 * @param reachable whether it can be rung now, if it wants to
 */
public record Contact(Kind kind, Optional<String> registration, String address, PresenceStatus status, String node,
        Instant expires, boolean reachable) {

    /** What registered. */
    public enum Kind {
        SIP,
        CLIENT;

        /** The word of the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a call to the identity should ring here. */
    public boolean isRung() {
        return reachable && status == PresenceStatus.AVAILABLE;
    }
}
