package org.jackfield.engine.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jackfield.engine.directory.Application.Address;
import org.jackfield.engine.directory.Application.Use;
import org.jackfield.engine.directory.Applications.Settings;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.id.TimeOrderedIds;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.time.SettableClock;
import org.jackfield.engine.unit.UnitOfWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Applications over any store; run on the store in memory and on PostgreSQL. */
public abstract class ApplicationsContract {

    /** The stores under test and the unit of work that they join. */
    public record Stores(AccountStore accounts, ApplicationStore applications, UnitOfWork unit) {}

    private static final AccountId ONE = new AccountId("AC" + "1".repeat(32));
    private static final AccountId TWO = new AccountId("AC" + "2".repeat(32));
    private static final Settings NOTHING = new Settings(Optional.empty(), Map.of(), Map.of());

    private final SettableClock clock = new SettableClock();
    private Applications applications;

    /** Empty stores. */
    protected abstract Stores stores();

    @BeforeEach
    void start() {
        Stores stores = stores();
        for (AccountId id : new AccountId[]{ONE, TWO}) {
            stores.unit()
                    .run(() -> stores.accounts()
                            .insert(
                                    Account.active(id, "Test", TokenHash.of("t"), Instant.EPOCH)));
        }
        applications = new Applications(stores.applications(), (account, flow) -> flow.key().equals("hello"),
                stores.unit(), new TimeOrderedIds(clock, new Random(9)), clock);
    }

    @Test
    void keepsAddressesAndChangesOnlyWhatIsGiven() {
        Application made = applications.create(ONE, new Settings(Optional.of("IVR"),
                Map.of(Use.VOICE, "flow:hello", Use.VOICE_FALLBACK, "https://example.org/late?a=1"),
                Map.of(Use.VOICE_FALLBACK, "GET")));

        applications.change(ONE, made.id(),
                new Settings(Optional.empty(), Map.of(Use.CALL_STATUS, "http://example.org/status"), Map.of()));

        Application found = applications.find(ONE, made.id());
        assertThat(found.friendlyName()).isEqualTo("IVR");
        assertThat(found.address(Use.VOICE)).isEqualTo(new Address("flow:hello", "POST"));
        assertThat(found.address(Use.VOICE_FALLBACK)).isEqualTo(new Address("https://example.org/late?a=1", "GET"));
        assertThat(found.address(Use.CALL_STATUS).url()).isEqualTo("http://example.org/status");
        assertThat(found.address(Use.MESSAGE).url()).isEmpty();
        assertThat(applications.list(ONE, Optional.of("IVR"), Paging.first(9))).containsExactly(found);
        assertThat(applications.list(ONE, Optional.of("other"), Paging.first(9))).isEmpty();
    }

    @Test
    void refusesAddressesThatCannotWork() {
        refuses(ErrorCode.FLOW_NOT_FOUND, Map.of(Use.VOICE, "flow:nobody"));
        refuses(ErrorCode.INVALID_URL, Map.of(Use.CALL_STATUS, "flow:hello"));
        refuses(ErrorCode.INVALID_URL, Map.of(Use.VOICE, "ftp://example.org/"));
        refuses(ErrorCode.INVALID_URL, Map.of(Use.VOICE, "http:///nowhere"));
        refuses(ErrorCode.INVALID_URL, Map.of(Use.VOICE, "http://user:secret@example.org/"));
        refuses(ErrorCode.INVALID_URL, Map.of(Use.VOICE, "http://example.org/" + "a".repeat(2_048)));
        refuses(ErrorCode.FALLBACK_ALONE, Map.of(Use.VOICE_FALLBACK, "flow:hello"));
        refuses(ErrorCode.FALLBACK_ALONE, Map.of(Use.MESSAGE_FALLBACK, "http://example.org/"));
    }

    @Test
    void keepsApplicationsOfAccountsApart() {
        String id = applications.create(ONE, NOTHING).id();

        refuses(ErrorCode.NOT_FOUND, () -> applications.find(TWO, id));
        refuses(ErrorCode.NOT_FOUND, () -> applications.change(TWO, id, NOTHING));
        refuses(ErrorCode.NOT_FOUND, () -> applications.delete(TWO, id));
        applications.delete(ONE, id);
        refuses(ErrorCode.NOT_FOUND, () -> applications.delete(ONE, id));
    }

    private void refuses(ErrorCode code, Map<Use, String> urls) {
        refuses(code, () -> applications.create(ONE, new Settings(Optional.empty(), urls, Map.of())));
    }

    private static void refuses(ErrorCode code, Runnable request) {
        assertThatThrownBy(request::run).isInstanceOfSatisfying(DomainException.class,
                refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
