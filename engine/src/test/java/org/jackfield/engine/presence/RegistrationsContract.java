package org.jackfield.engine.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jackfield.engine.presence.Registrations.Binding;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.time.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every location service does; run on the one in memory and on PostgreSQL. */
public abstract class RegistrationsContract {

    private static final AccountId ACCOUNT = new AccountId("ACa");
    private static final AccountId OTHER = new AccountId("ACb");
    private static final String ALICE = "alice@jackfield.local";

    private final SettableClock clock = new SettableClock();
    private Registrations registrations;

    /** An empty service that reads the clock. */
    protected abstract Registrations create(SettableClock clock);

    @BeforeEach
    void start() {
        registrations = create(clock);
    }

    @Test
    void findsBindingUntilItExpires() {
        registrations.register(binding("sip:alice@127.0.0.1:7000", "one", 1, 60));

        assertThat(registrations.find(ACCOUNT, ALICE)).singleElement()
                .satisfies(found -> assertThat(found.contact()).isEqualTo("sip:alice@127.0.0.1:7000"));

        clock.advance(Duration.ofSeconds(60));

        assertThat(registrations.find(ACCOUNT, ALICE)).isEmpty();
    }

    @Test
    void ordersSeveralContactsNewestFirst() {
        registrations.register(binding("sip:old", "one", 1, 60));
        clock.advance(Duration.ofSeconds(5));
        registrations.register(binding("sip:new", "two", 1, 60));

        assertThat(registrations.find(ACCOUNT, ALICE)).extracting(Binding::contact)
                .containsExactly("sip:new",
                        "sip:old");
    }

    @Test
    void dropsLateRequestOfTheSameCallId() {
        registrations.register(binding("sip:alice", "one", 7, 60));

        assertThat(registrations.register(binding("sip:alice", "one", 6, 3600))).isFalse();
        assertThat(registrations.register(binding("sip:alice", "one", 7, 3600))).isFalse();
        assertThat(registrations.register(binding("sip:alice", "one", 8, 120))).isTrue();
        assertThat(registrations.register(binding("sip:alice", "rebooted", 1, 120))).isTrue();
    }

    @Test
    void removesOneContactOrAll() {
        registrations.register(binding("sip:a", "one", 1, 60));
        registrations.register(binding("sip:b", "one", 1, 60));
        registrations.register(binding("sip:c", "one", 1, 60));

        registrations.remove(ACCOUNT, ALICE, "sip:b");
        assertThat(registrations.find(ACCOUNT, ALICE)).extracting(Binding::contact).containsExactly("sip:a", "sip:c");

        registrations.removeAll(ACCOUNT, ALICE);
        assertThat(registrations.find(ACCOUNT, ALICE)).isEmpty();
    }

    @Test
    void keepsAccountsApart() {
        registrations.register(binding("sip:a", "one", 1, 60));

        registrations.removeAll(OTHER, ALICE);

        assertThat(registrations.find(OTHER, ALICE)).isEmpty();
        assertThat(registrations.find(ACCOUNT, ALICE)).hasSize(1);
    }

    private Binding binding(String contact, String callId, long cseq, int seconds) {
        return new Binding(ACCOUNT, ALICE, contact, "127.0.0.1:7000", "udp", callId, cseq,
                clock.instant().plusSeconds(seconds));
    }
}
