package org.jackfield.engine.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jackfield.engine.presence.PresenceStatus.AVAILABLE;
import static org.jackfield.engine.presence.PresenceStatus.AWAY;
import static org.jackfield.engine.presence.PresenceStatus.BUSY;
import static org.jackfield.engine.presence.PresenceWorld.ACCOUNT;
import static org.jackfield.engine.presence.PresenceWorld.DEBOUNCE;
import static org.jackfield.engine.presence.PresenceWorld.KEY;
import static org.jackfield.engine.presence.PresenceWorld.STRANGER;
import static org.jackfield.engine.presence.PresenceWorld.USUAL;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jackfield.engine.client.AccessGrant;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.node.FixedNodes;
import org.jackfield.engine.node.Nodes;
import org.jackfield.engine.presence.ClientRegistrations.Wish;
import org.jackfield.engine.time.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What presence is made of over any stores; run in memory and on PostgreSQL. */
public abstract class PresenceContract {

    private static final String PHONE = "alice@example.org";

    private final SettableClock clock = new SettableClock();
    private final FixedNodes one = new FixedNodes("one");
    private final FixedNodes two = new FixedNodes("two");
    private PresenceWorld here;
    private PresenceWorld there;

    /** Empty stores with the account and its key, seen from a node. */
    protected abstract PresenceWorld create(Clock clock, Nodes nodes);

    @BeforeEach
    void start() {
        here = create(clock, one);
        there = here.at(two);
    }

    @Test
    void isThereOnEachNodeOnceItRegistered() {
        assertThat(there.presence("alice").contacts()).isEmpty();

        ClientRegistration made = here.clients().register(here.grant("alice"), USUAL);

        assertThat(there.presence("alice").status()).isEqualTo(AVAILABLE);
        assertThat(there.presence("alice").reachable()).isTrue();
        assertThat(there.presence("alice").contacts()).singleElement().satisfies(contact -> {
            assertThat(contact.registration()).contains(made.id());
            assertThat(contact.node()).isEqualTo(one.self().toString());
            assertThat(contact.expires()).isEqualTo(made.expires());
        });
        assertThat(there.presences().of(STRANGER, "alice").contacts()).isEmpty();
        assertThat(there.presence("Alice").contacts()).as("identities are compared as written").isEmpty();
    }

    @Test
    void refusesAClientThatMayNotBeCalled() {
        AccessGrant mute = new AccessGrant(ACCOUNT, KEY, "alice", false, Optional.empty(),
                clock.instant().plusSeconds(60));

        refuses(ErrorCode.TOKEN_GRANTS, () -> here.clients().register(mute, USUAL));
        ClientRegistration made = here.clients().register(here.grant("alice"), USUAL);
        refuses(ErrorCode.TOKEN_GRANTS, () -> here.clients().renew(mute, made.id(), USUAL));
    }

    @Test
    void endsWithItsTimeAndWithItsToken() {
        here.clients().register(here.grant("alice"), living(Duration.ofMinutes(1)));
        here.clients().register(here.grant("bob", Duration.ofSeconds(20)), living(Duration.ofMinutes(1)));
        clock.advance(Duration.ofSeconds(20));

        assertThat(there.presence("bob").reachable()).isFalse();
        assertThat(there.presence("alice").reachable()).isTrue();
        clock.advance(Duration.ofSeconds(40));

        assertThat(there.presence("alice").reachable()).isFalse();
        refuses(ErrorCode.INVALID_PARAMETER,
                () -> here.clients().register(here.grant("alice"), living(Duration.ofSeconds(29))));
        refuses(ErrorCode.INVALID_PARAMETER,
                () -> here.clients().register(here.grant("alice"), living(Duration.ofMinutes(61))));
    }

    @Test
    void isRenewedByItsIdentityAtAnyNode() {
        ClientRegistration made = here.clients().register(here.grant("alice"), living(Duration.ofMinutes(1)));
        clock.advance(Duration.ofSeconds(30));
        ClientRegistration renewed = there.clients()
                .renew(there.grant("alice"), made.id(), living(Duration.ofMinutes(1)));
        clock.advance(Duration.ofSeconds(45));

        assertThat(renewed.id()).isEqualTo(made.id());
        assertThat(renewed.created()).isEqualTo(made.created());
        assertThat(here.presence("alice").contacts()).extracting(Contact::node)
                .containsExactly(two.self().toString());
        refuses(ErrorCode.NOT_FOUND, () -> here.clients().renew(here.grant("bob"), made.id(), USUAL));
        clock.advance(Duration.ofSeconds(15));
        refuses(ErrorCode.NOT_FOUND, () -> here.clients().renew(here.grant("alice"), made.id(), USUAL));
    }

    @Test
    void saysWhatItsClientsSay() {
        ClientRegistration browser = here.clients().register(here.grant("alice"), device("browser"));
        ClientRegistration mobile = here.clients()
                .register(here.grant("alice"),
                        new Wish(Optional.of("mobile"), Optional.of(AWAY), Optional.empty()));
        assertThat(there.presence("alice").status()).isEqualTo(AVAILABLE);

        there.clients().setStatus(ACCOUNT, Optional.of("alice"), browser.id(), BUSY);
        assertThat(here.presence("alice").status()).isEqualTo(AWAY);
        there.clients().end(ACCOUNT, Optional.of("alice"), mobile.id());
        assertThat(here.presence("alice").status()).isEqualTo(BUSY);

        refuses(ErrorCode.NOT_FOUND,
                () -> here.clients().setStatus(ACCOUNT, Optional.of("bob"), browser.id(), AWAY));
        refuses(ErrorCode.NOT_FOUND, () -> here.clients().setStatus(STRANGER, Optional.empty(), browser.id(), AWAY));
        refuses(ErrorCode.NOT_FOUND, () -> here.clients().end(STRANGER, Optional.empty(), browser.id()));
        refuses(ErrorCode.NOT_FOUND, () -> here.clients().end(ACCOUNT, Optional.empty(), mobile.id()));
        here.clients().end(ACCOUNT, Optional.empty(), browser.id());
        assertThat(there.presence("alice").contacts()).isEmpty();
    }

    @Test
    void replacesTheRegistrationOfTheSameDevice() {
        ClientRegistration first = here.clients().register(here.grant("alice"), device("browser"));
        clock.advance(Duration.ofSeconds(1));
        ClientRegistration again = there.clients().register(there.grant("alice"), device("browser"));

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(here.presence("alice").contacts()).hasSize(1);
    }

    @Test
    void keepsTenDevicesAndLetsTheOneGoThatWasRenewedLongestAgo() {
        for (int i = 0; i < 12; i++) {
            here.clients().register(here.grant("alice"), device("device " + i));
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(here.presence("alice").contacts()).hasSize(10)
                .extracting(Contact::address)
                .doesNotContain("device 0", "device 1");
    }

    @Test
    void losesTheClientsOfANodeThatIsOver() {
        here.clients().register(here.grant("alice"), device("here"));
        there.clients().register(there.grant("alice"), device("there"));

        two.declareOver(one.self());

        assertThat(there.presence("alice").contacts()).extracting(Contact::address).containsExactly("there");
    }

    @Test
    void keepsPhonesOverUdpAndLosesConnectionsWithTheirNode() {
        here.register(PHONE, "udp", 1, 600);
        here.register("bob@example.org", "tcp", 1, 600);
        two.declareOver(one.self());

        assertThat(there.presence(PHONE).reachable()).isTrue();
        assertThat(there.presence("bob@example.org").reachable()).isFalse();
        assertThat(there.presence("bob@example.org").contacts()).hasSize(1);
        there.register("bob@example.org", "tcp", 2, 600);

        assertThat(there.presence("bob@example.org").reachable()).isTrue();
    }

    @Test
    void joinsPhonesAndClientsOfOneIdentity() {
        here.register(PHONE, "udp", 1, 600);
        assertThat(there.presence(PHONE).status()).isEqualTo(AVAILABLE);
        there.clients()
                .register(there.grant(PHONE), new Wish(Optional.empty(), Optional.of(AWAY), Optional.empty()));

        assertThat(here.presence(PHONE).status()).isEqualTo(AWAY);
        assertThat(here.presence(PHONE).contacts()).hasSize(2);
    }

    @Test
    void listsIdentitiesInPages() {
        List.of("dora", "alice", "carl").forEach(who -> here.clients().register(here.grant(who), USUAL));
        here.register("bob@example.org", "udp", 1, 600);

        List<Presence> first = there.presences().list(ACCOUNT, Paging.first(3));
        List<Presence> rest = there.presences().list(ACCOUNT, new Paging(first.getLast().identity(), 3));

        assertThat(first).extracting(Presence::identity).containsExactly("alice", "bob@example.org", "carl");
        assertThat(rest).extracting(Presence::identity).containsExactly("dora");
        assertThat(there.presences().list(STRANGER, Paging.first(3))).isEmpty();
    }

    @Test
    void tellsWhenStatusOrReachabilityChanged() {
        ClientRegistration made = here.clients().register(here.grant("alice"), living(Duration.ofMinutes(5)));
        assertThat(there.told()).containsExactly("alice offline>available true");
        assertThat(here.told()).as("once").hasSize(1);

        here.clients().setStatus(ACCOUNT, Optional.empty(), made.id(), AWAY);
        assertThat(here.told()).hasSize(2).last().isEqualTo("alice available>away true");

        clock.advance(Duration.ofMinutes(5));
        assertThat(here.told()).hasSize(3).last().isEqualTo("alice away>offline false");
        assertThat(here.unit().run(() -> here.clientStore().find(ACCOUNT, made.id()))).isEmpty();
        assertThat(here.presences().list(ACCOUNT, Paging.first(5))).isEmpty();
    }

    @Test
    void tellsOfALossAfterTheDebounceUnlessItIsMadeGood() {
        ClientRegistration made = here.clients().register(here.grant("alice"), device("browser"));
        here.told();

        here.clients().end(ACCOUNT, Optional.empty(), made.id());
        clock.advance(DEBOUNCE.minusMillis(1));
        assertThat(here.told()).hasSize(1);
        ClientRegistration back = here.clients().register(here.grant("alice"), device("browser"));
        clock.advance(DEBOUNCE.multipliedBy(2));
        assertThat(here.told()).hasSize(1);

        here.clients().end(ACCOUNT, Optional.empty(), back.id());
        clock.advance(DEBOUNCE);
        assertThat(here.told()).hasSize(2).last().isEqualTo("alice available>offline false");
    }

    @Test
    void tellsOfPhonesThatComeRenewAndGo() {
        here.register(PHONE, "udp", 1, 60);
        assertThat(here.told()).containsExactly(PHONE + " offline>available true");

        clock.advance(Duration.ofSeconds(50));
        here.register(PHONE, "udp", 2, 60);
        clock.advance(Duration.ofSeconds(50));
        assertThat(here.told()).hasSize(1);

        here.phones().removeAll(ACCOUNT, PHONE);
        assertThat(here.told()).hasSize(1);
        clock.advance(DEBOUNCE);
        assertThat(here.told()).hasSize(2).last().isEqualTo(PHONE + " available>offline false");
    }

    @Test
    void tellsWhatWentWithANode() {
        there.news().start();
        here.clients().register(here.grant("alice"), USUAL);
        here.register("bob@example.org", "tcp", 1, 600);
        here.register("carl@example.org", "udp", 1, 600);
        there.told();

        two.declareOver(one.self());
        clock.advance(DEBOUNCE);

        assertThat(there.told()).hasSize(5)
                .contains("alice available>offline false", "bob@example.org available>offline false");
        there.news().close();
    }

    private static Wish device(String name) {
        return new Wish(Optional.of(name), Optional.empty(), Optional.empty());
    }

    private static Wish living(Duration life) {
        return new Wish(Optional.empty(), Optional.empty(), Optional.of(life));
    }

    private static void refuses(ErrorCode code, Runnable request) {
        assertThatThrownBy(request::run).isInstanceOfSatisfying(DomainException.class,
                refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
