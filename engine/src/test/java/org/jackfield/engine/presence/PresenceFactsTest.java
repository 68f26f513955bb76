package org.jackfield.engine.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.node.FixedNodes;
import org.jackfield.engine.presence.ClientRegistrations.Wish;
import org.jackfield.engine.presence.Occupation.Share;
import org.jackfield.engine.tenant.SipDirectory;
import org.jackfield.engine.time.SettableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a flow is told of somebody. */
class PresenceFactsTest {

    private final PresenceWorld world = PresenceWorld.inMemory(new SettableClock(), new FixedNodes("one"));
    private final ContactAddresses addresses = new ContactAddresses(new NoDomains());

    private record NoDomains() implements SipDirectory {

        @Override
        public Optional<SipDomain> findDomain(String host) {
            return Optional.empty();
        }

        @Override
        public Optional<SipUser> findUser(SipDomain domain, String username) {
            return Optional.empty();
        }
    }

    @Test
    void tellsStatusAndWorkOfAWorkersContact() {
        world.clients()
                .register(world.grant("alice"),
                        new Wish(Optional.empty(), Optional.of(PresenceStatus.AWAY), Optional.empty()));
        PresenceFacts facts = facts(work(true, new Share("chat", 1, 1, false), new Share("voice", 2, 1, true)));

        assertThat(facts.of(PresenceWorld.ACCOUNT, "client:alice"))
                .contains(Map.of("identity", "alice", "status", "away",
                        "reachable", true, "contacts", 1, "activity", "Desk", "takesWork", true));
    }

    @Test
    void takesNoWorkWithoutRoomOrInAnotherActivity() {
        assertThat(takesWork(work(true, new Share("voice", 1, 1, false)))).isEqualTo(false);
        assertThat(takesWork(work(false, new Share("voice", 1, 0, true)))).isEqualTo(false);
        assertThat(takesWork(work(true, new Share("chat", 1, 0, true)))).isEqualTo(false);
    }

    @Test
    void tellsOfWhoIsUnknownThatNobodyIsThereAndNothingOfNumbers() {
        PresenceFacts facts = new PresenceFacts(world.presences(), (_, _) -> List.of(), addresses);

        assertThat(facts.of(PresenceWorld.ACCOUNT, "bob")).contains(
                Map.of("identity", "bob", "status", "offline", "reachable", false, "contacts", 0));
        assertThat(facts.of(PresenceWorld.ACCOUNT, "+15550001")).isEmpty();
        assertThat(facts.of(PresenceWorld.ACCOUNT, "sip:bob@elsewhere.net")).isEmpty();
    }

    private @Nullable Object takesWork(Occupation work) {
        return facts(work).of(PresenceWorld.ACCOUNT, "alice").orElseThrow().get("takesWork");
    }

    private PresenceFacts facts(Occupation work) {
        return new PresenceFacts(world.presences(),
                (_, identity) -> identity.equals("alice") ? List.of(work) : List.of(),
                addresses);
    }

    private static Occupation work(boolean available, Share... media) {
        return new Occupation("WS1", "WK1", "Alice", "Desk", available, Instant.EPOCH, List.of(media));
    }
}
