package org.jackfield.engine.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jackfield.engine.directory.IncomingNumbers.Search;
import org.jackfield.engine.directory.IncomingNumbers.Settings;
import org.jackfield.engine.directory.IncomingNumbers.Wanted;
import org.jackfield.engine.directory.SipAccess.Domain;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.id.TimeOrderedIds;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.tenant.FlowAddress;
import org.jackfield.engine.time.SettableClock;
import org.jackfield.engine.unit.UnitOfWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the tenants' directory does over any store; run on the stores in memory and on PostgreSQL. */
public abstract class DirectoryContract {

    /** The stores under test and the unit of work that they join. */
    public record Stores(AccountStore accounts, ApiKeyStore keys, NumberStore numbers, SipAccessStore sip,
            UnitOfWork unit) {}

    protected static final AccountId ONE = new AccountId("AC" + "1".repeat(32));
    protected static final AccountId TWO = new AccountId("AC" + "2".repeat(32));
    private static final Settings HELLO = new Settings(Optional.empty(), Optional.of("flow:hello"));
    private static final Settings NOTHING = new Settings(Optional.empty(), Optional.empty());
    private static final Wanted ANY = new Wanted(Optional.empty(), Optional.empty());
    private static final Paging ALL = Paging.first(100);

    private final SettableClock clock = new SettableClock();
    private Stores stores;
    private IncomingNumbers numbers;
    private SipAdministration sip;

    /** Empty stores. */
    protected abstract Stores stores();

    @BeforeEach
    void start() {
        stores = stores();
        numbers = numbers();
        sip = sip();
        first().ensure(new FirstAccount.Given(ONE, "token-of-the-first"));
        clock.advance(Duration.ofSeconds(1));
        first().ensure(new FirstAccount.Given(TWO, "token-of-the-second"));
    }

    @Test
    void signsInWithTheRightTokenOnly() {
        Authenticator authenticator = new Authenticator(stores.accounts(), stores.keys());

        assertThat(authenticator.authenticate(ONE.value(), "token-of-the-first")).map(Account::id).contains(ONE);
        assertThat(authenticator.authenticate(ONE.value(), "token-of-the-second")).isEmpty();
        assertThat(authenticator.authenticate("AC" + "3".repeat(32), "token-of-the-first")).isEmpty();
        assertThat(authenticator.authenticate("", "")).isEmpty();
        assertThat(authenticator.authenticate(ONE.value(), "x".repeat(100_000))).isEmpty();
    }

    @Test
    void replacesTokenWhenTheOperatorGivesAnother() {
        first().ensure(new FirstAccount.Given(ONE, "another-token"));

        Authenticator authenticator = new Authenticator(stores.accounts(), stores.keys());
        assertThat(authenticator.authenticate(ONE.value(), "another-token")).isPresent();
        assertThat(authenticator.authenticate(ONE.value(), "token-of-the-first")).isEmpty();
    }

    @Test
    void givesTheOldestAccountTheDefaultDomainWhichAddressesMean() {
        StoredSipDirectory directory = new StoredSipDirectory(stores.sip(), stores.accounts(), stores.unit());

        for (String host : List.of("127.0.0.1", "[::1]", "::1", "localhost", "jackfield.local", "JACKFIELD.local")) {
            assertThat(directory.findDomain(host)).as(host)
                    .hasValueSatisfying(
                            domain -> assertThat(domain.account()).isEqualTo(ONE));
        }
        assertThat(directory.findDomain("example.org")).isEmpty();
    }

    @Test
    void assignsNumberOnceOnTheWholePlatform() {
        Wanted wanted = new Wanted(Optional.of("+15555550123"), Optional.empty());

        IncomingNumber assigned = numbers.assign(ONE, wanted, HELLO);

        assertThat(new StoredNumberDirectory(stores.numbers(), stores.unit()).find("+15555550123"))
                .hasValueSatisfying(found -> {
                    assertThat(found.account()).isEqualTo(ONE);
                    assertThat(found.voice()).isEqualTo(FlowAddress.parse("flow:hello"));
                });
        refuses(ErrorCode.NUMBER_TAKEN, () -> numbers.assign(TWO, wanted, NOTHING));
        refuses(ErrorCode.NUMBER_TAKEN, () -> numbers.assign(ONE, wanted, NOTHING));
        assertThat(numbers.list(TWO, NumberStore.Filter.all(), ALL)).isEmpty();
        assertThat(numbers.list(ONE, NumberStore.Filter.all(), ALL)).containsExactly(assigned);
    }

    @Test
    void offersFreeNumbersInOrder() {
        Search three = new Search(Optional.of("415"), Optional.empty(), 3);
        numbers.assign(ONE, new Wanted(Optional.of("+14155550101"), Optional.empty()), NOTHING);

        assertThat(numbers.available(three)).containsExactly("+14155550100", "+14155550102", "+14155550103");
        assertThat(numbers.available(new Search(Optional.empty(), Optional.of("*777"), 2)))
                .containsExactly("+15555550777", "+15555551777");
        assertThat(numbers.assign(ONE, new Wanted(Optional.empty(), Optional.of("415")), NOTHING).number())
                .isEqualTo("+14155550100");
        refuses(ErrorCode.INVALID_PARAMETER,
                () -> numbers.available(new Search(Optional.of("12"), Optional.empty(), 1)));
        refuses(ErrorCode.INVALID_PARAMETER,
                () -> numbers.available(new Search(Optional.empty(), Optional.of("(.*)+"), 1)));
    }

    @Test
    void refusesNumbersAndAddressesThatCannotWork() {
        refuses(ErrorCode.INVALID_PARAMETER,
                () -> numbers.assign(ONE, new Wanted(Optional.of("+4930123456"), Optional.empty()), NOTHING));
        refuses(ErrorCode.FLOW_NOT_FOUND, () -> numbers.assign(ONE, ANY, voice("flow:unknown")));
        refuses(ErrorCode.INVALID_PARAMETER, () -> numbers.assign(ONE, ANY, voice("flow:no spaces")));
        refuses(ErrorCode.INVALID_PARAMETER, () -> numbers.assign(ONE, ANY, voice("http://127.0.0.1/")));
        assertThat(numbers.list(ONE, NumberStore.Filter.all(), ALL)).isEmpty();
    }

    @Test
    void changesAndReleasesOwnNumbersOnly() {
        IncomingNumber mine = numbers.assign(ONE, ANY, HELLO);

        assertThat(numbers.change(ONE, mine.id(), new Settings(Optional.of("Front desk"), Optional.empty())).voice())
                .isEqualTo(mine.voice());
        assertThat(numbers.change(ONE, mine.id(), voice("")).voice()).isEmpty();
        assertThat(numbers.find(ONE, mine.id()).friendlyName()).isEqualTo("Front desk");
        refuses(ErrorCode.NOT_FOUND, () -> numbers.find(TWO, mine.id()));
        refuses(ErrorCode.NOT_FOUND, () -> numbers.change(TWO, mine.id(), HELLO));
        refuses(ErrorCode.NOT_FOUND, () -> numbers.release(TWO, mine.id()));

        numbers.release(ONE, mine.id());

        refuses(ErrorCode.NOT_FOUND, () -> numbers.release(ONE, mine.id()));
    }

    @Test
    void pagesThroughNumbersInOrderOfIds() {
        List<String> assigned = List.of(numbers.assign(ONE, ANY, NOTHING).id(),
                numbers.assign(ONE, ANY, NOTHING).id(), numbers.assign(ONE, ANY, NOTHING).id());

        List<String> start = ids(numbers.list(ONE, NumberStore.Filter.all(), Paging.first(2)));
        List<String> rest = ids(numbers.list(ONE, NumberStore.Filter.all(), new Paging(start.getLast(), 2)));

        assertThat(start).containsExactlyElementsOf(assigned.subList(0, 2));
        assertThat(rest).containsExactly(assigned.getLast());
    }

    @Test
    void pagesBackwardsThroughNumbers() {
        List<String> assigned = List.of(numbers.assign(ONE, ANY, NOTHING).id(),
                numbers.assign(ONE, ANY, NOTHING).id(), numbers.assign(ONE, ANY, NOTHING).id());

        assertThat(ids(numbers.list(ONE, NumberStore.Filter.all(), new Paging(assigned.getLast(), 1, true))))
                .containsExactly(assigned.get(1));
        assertThat(ids(numbers.list(ONE, NumberStore.Filter.all(), new Paging(assigned.getLast(), 9, true))))
                .containsExactlyElementsOf(assigned.subList(0, 2));
    }

    @Test
    void findsUserOfMappedListWithBothDigests() {
        Domain domain = sip.createDomain(ONE, "Acme.Example.org", Optional.empty());
        String list = sip.createList(ONE, "agents").id();
        sip.createCredential(ONE, list, "alice", "Correct-Horse-1");
        StoredSipDirectory directory = new StoredSipDirectory(stores.sip(), stores.accounts(), stores.unit());
        var found = directory.findDomain("acme.example.org").orElseThrow();

        assertThat(directory.findUser(found, "alice")).isEmpty();
        sip.map(ONE, domain.id(), list);

        assertThat(directory.findUser(found, "alice")).hasValueSatisfying(user -> {
            assertThat(user.ha1Md5()).isEqualTo(Digests.digest("MD5", "alice:jackfield:Correct-Horse-1"));
            assertThat(user.ha1Sha256()).hasSize(64);
        });
        assertThat(directory.findUser(found, "Alice")).isEmpty();
        sip.unmap(ONE, domain.id(), list);
        assertThat(directory.findUser(found, "alice")).isEmpty();
    }

    @Test
    void refusesForeignAndDoubleSipEntries() {
        Domain domain = sip.createDomain(ONE, "acme.example.org", Optional.empty());
        String list = sip.createList(ONE, "agents").id();
        String credential = sip.createCredential(ONE, list, "alice", "Correct-Horse-1").id();

        refuses(ErrorCode.CONFLICT, () -> sip.createDomain(TWO, "ACME.example.org", Optional.empty()));
        refuses(ErrorCode.CONFLICT, () -> sip.createCredential(ONE, list, "alice", "Correct-Horse-2"));
        refuses(ErrorCode.INVALID_PARAMETER, () -> sip.createCredential(ONE, list, "bob", "short"));
        refuses(ErrorCode.INVALID_PARAMETER, () -> sip.createCredential(ONE, list, "b ob", "Correct-Horse-2"));
        refuses(ErrorCode.INVALID_PARAMETER, () -> sip.createDomain(ONE, "10.0.0.1", Optional.empty()));
        refuses(ErrorCode.NOT_FOUND, () -> sip.domain(TWO, domain.id()));
        refuses(ErrorCode.NOT_FOUND, () -> sip.list(TWO, list));
        refuses(ErrorCode.NOT_FOUND, () -> sip.createCredential(TWO, list, "mallory", "Correct-Horse-1"));
        refuses(ErrorCode.NOT_FOUND, () -> sip.credential(TWO, list, credential));
        refuses(ErrorCode.NOT_FOUND, () -> sip.changePassword(TWO, list, credential, "Correct-Horse-3"));
        refuses(ErrorCode.NOT_FOUND, () -> sip.deleteCredential(TWO, list, credential));
        refuses(ErrorCode.NOT_FOUND, () -> sip.deleteList(TWO, list));
        refuses(ErrorCode.NOT_FOUND, () -> sip.deleteDomain(TWO, domain.id()));
        refuses(ErrorCode.NOT_FOUND, () -> sip.map(TWO, domain.id(), list));
    }

    @Test
    void deletesWhatHangsOnListAndDomain() {
        Domain domain = sip.createDomain(ONE, "acme.example.org", Optional.empty());
        String list = sip.createList(ONE, "agents").id();
        sip.createCredential(ONE, list, "alice", "Correct-Horse-1");
        sip.map(ONE, domain.id(), list);
        refuses(ErrorCode.CONFLICT, () -> sip.map(ONE, domain.id(), list));

        sip.deleteList(ONE, list);

        assertThat(sip.mappings(ONE, domain.id(), ALL)).isEmpty();
        sip.deleteDomain(ONE, domain.id());
        refuses(ErrorCode.NOT_FOUND, () -> sip.mappings(ONE, domain.id(), ALL));
        Domain standard = sip.domains(ONE, ALL).getFirst();
        refuses(ErrorCode.ILLEGAL_STATE, () -> sip.deleteDomain(ONE, standard.id()));
    }

    @Test
    void changesNamesAndPasswords() {
        Domain domain = sip.createDomain(ONE, "acme.example.org", Optional.of("Acme"));
        String list = sip.createList(ONE, "agents").id();
        String credential = sip.createCredential(ONE, list, "alice", "Correct-Horse-1").id();

        assertThat(sip.changeDomain(ONE, domain.id(), Optional.of("b.example.org"), Optional.empty()).name())
                .isEqualTo("b.example.org");
        refuses(ErrorCode.CONFLICT,
                () -> sip.changeDomain(ONE, domain.id(), Optional.of("jackfield.local"), Optional.empty()));
        assertThat(sip.renameList(ONE, list, "people").friendlyName()).isEqualTo("people");
        assertThat(sip.lists(ONE, ALL)).hasSize(1);
        assertThat(sip.changePassword(ONE, list, credential, "Correct-Horse-2").secret())
                .isEqualTo(DigestSecret.of("alice", "Correct-Horse-2"));
        assertThat(sip.credentials(ONE, list, ALL)).extracting(SipAccess.Credential::username)
                .containsExactly("alice");
    }

    private static List<String> ids(List<IncomingNumber> numbers) {
        return numbers.stream().map(IncomingNumber::id).toList();
    }

    private static Settings voice(String url) {
        return new Settings(Optional.empty(), Optional.of(url));
    }

    private static void refuses(ErrorCode code, Runnable request) {
        assertThatThrownBy(request::run).isInstanceOfSatisfying(DomainException.class,
                refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private FirstAccount first() {
        return new FirstAccount(stores.accounts(), sip, stores.unit(), clock);
    }

    private IncomingNumbers numbers() {
        return new IncomingNumbers(stores.numbers(), (account, flow) -> flow.key().equals("hello"), stores.unit(),
                new TimeOrderedIds(clock, new Random(3)), clock);
    }

    private SipAdministration sip() {
        return new SipAdministration(stores.sip(), stores.unit(), new TimeOrderedIds(clock, new Random(4)), clock);
    }
}
