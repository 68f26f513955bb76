package org.jackfield.engine.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jackfield.engine.presence.PresenceStatus.AVAILABLE;
import static org.jackfield.engine.presence.PresenceStatus.AWAY;
import static org.jackfield.engine.presence.PresenceStatus.BUSY;
import static org.jackfield.engine.presence.PresenceStatus.OFFLINE;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jackfield.engine.presence.Contact.Kind;
import org.jackfield.engine.tenant.AccountId;
import org.junit.jupiter.api.Test;

/** What live contacts come to. */
class PresenceTest {

    private static final Instant END = Instant.parse("2026-03-02T10:10:00Z");

    @Test
    void isOfflineWithoutContacts() {
        comesTo(OFFLINE, false);
    }

    @Test
    void isAvailableByPhonesAloneWhenOneIsReachable() {
        comesTo(AVAILABLE, true, phone(true));
        comesTo(AVAILABLE, true, phone(false), phone(true));
        comesTo(OFFLINE, false, phone(false));
    }

    @Test
    void believesTheClientRatherThanThePhone() {
        comesTo(AWAY, true, client(AWAY), phone(true));
        comesTo(OFFLINE, true, client(OFFLINE), phone(true));
        comesTo(OFFLINE, false, client(OFFLINE), phone(false));
    }

    @Test
    void takesTheMostAvailableOfSeveralClients() {
        comesTo(AVAILABLE, true, client(BUSY), client(AVAILABLE), client(AWAY));
        comesTo(AWAY, true, client(BUSY), client(AWAY));
        comesTo(BUSY, true, client(OFFLINE), client(BUSY));
        comesTo(OFFLINE, false, client(OFFLINE));
    }

    @Test
    void ringsReachableContactsThatAreAvailable() {
        assertThat(client(AVAILABLE).isRung()).isTrue();
        assertThat(client(AWAY).isRung()).isFalse();
        assertThat(phone(true).isRung()).isTrue();
        assertThat(phone(false).isRung()).isFalse();
    }

    @Test
    void endsWithTheFirstContactThatEnds() {
        Contact earlier = new Contact(Kind.CLIENT, Optional.of("RG1"), "tab", AVAILABLE, "one:1", END.minusSeconds(1),
                true);
        Presence presence = Presence.of(new AccountId("ACa"), "alice", List.of(earlier, phone(true)));

        assertThat(presence.nextEnd()).contains(END.minusSeconds(1));
        assertThat(presence.contacts()).last().isEqualTo(earlier);
        assertThat(presence.has(Kind.CLIENT)).isTrue();
    }

    private static void comesTo(PresenceStatus status, boolean reachable, Contact... contacts) {
        Presence presence = Presence.of(new AccountId("ACa"), "alice", Arrays.asList(contacts));

        assertThat(presence.status()).isEqualTo(status);
        assertThat(presence.reachable()).isEqualTo(reachable);
    }

    private static Contact phone(boolean reachable) {
        return new Contact(Kind.SIP, Optional.empty(), "sip:alice@10.0.0.1", reachable ? AVAILABLE : OFFLINE, "one:1",
                END, reachable);
    }

    private static Contact client(PresenceStatus status) {
        return new Contact(Kind.CLIENT, Optional.of("RG1"), "browser", status, "one:1", END, true);
    }
}
