package org.jackfield.engine.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.node.FixedNodes;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.tenant.SipDirectory;
import org.jackfield.engine.time.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactAddressesTest {

    private static final AccountId ACCOUNT = new AccountId("ACa");

    private final ContactAddresses addresses = new ContactAddresses(new OneDomain());

    /** {@code example.org} is the account's, also by its address; {@code other.org} is somebody else's. */
    private record OneDomain() implements SipDirectory {

        @Override
        public Optional<SipDomain> findDomain(String host) {
            return switch (host) {
                case "example.org", "10.0.0.1" -> Optional.of(new SipDomain(ACCOUNT, "SD1", "example.org", "realm"));
                case "other.org" -> Optional.of(new SipDomain(new AccountId("ACb"), "SD2", "other.org", "realm"));
                default -> Optional.empty();
            };
        }

        @Override
        public Optional<SipUser> findUser(SipDomain domain, String username) {
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @CsvSource({"client:alice,alice", "client:alice@example.org,alice@example.org",
        "sip:alice@example.org,alice@example.org", "sip:alice@10.0.0.1:5060,alice@example.org",
        "sip:alice@example.org;transport=tcp,alice@example.org"})
    void knowsTheIdentityBehindAnAddress(String uri, String identity) {
        assertThat(addresses.identity(ACCOUNT, uri)).contains(identity);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+15550001", "sip:+15550001@example.org", "sip:alice@other.org", "sip:alice@elsewhere.net",
        "sip:example.org", "sips:alice@example.org", "client:", "alice", ""})
    void knowsNothingOfNumbersAndOfAddressesElsewhere(String uri) {
        assertThat(addresses.identity(ACCOUNT, uri)).isEmpty();
    }

    @Test
    void takesAnIdentityFromWhoAsksForOne() {
        assertThat(addresses.asked(ACCOUNT, "alice")).contains("alice");
        assertThat(addresses.asked(ACCOUNT, "sip:alice@10.0.0.1")).contains("alice@example.org");
        assertThat(addresses.asked(ACCOUNT, "sip:alice@other.org")).isEmpty();
    }

    @Test
    void saysOfEachAddressWhetherSomebodyIsThere() {
        PresenceWorld world = PresenceWorld.inMemory(new SettableClock(), new FixedNodes("one"));
        world.clients().register(world.grant("alice"), PresenceWorld.USUAL);
        ContactStates states = ContactStates.by(addresses, world.presences());

        assertThat(states.of(PresenceWorld.ACCOUNT, Set.of("client:alice", "client:bob", "+15550001")))
                .isEqualTo(Map.of("client:alice", ContactStates.State.REACHABLE, "client:bob",
                        ContactStates.State.NOT_REGISTERED, "+15550001", ContactStates.State.NOT_KNOWN));
    }
}
