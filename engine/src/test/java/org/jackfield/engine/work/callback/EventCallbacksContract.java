package org.jackfield.engine.work.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jackfield.engine.event.Event;
import org.jackfield.engine.event.EventLog;
import org.jackfield.engine.event.EventReader;
import org.jackfield.engine.event.NewEvent;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.UnitOfWork;
import org.jackfield.engine.work.callback.EventCallbacks.Claim;
import org.jackfield.engine.work.callback.EventCallbacks.Page;
import org.jackfield.engine.work.callback.EventCallbacks.Turn;
import org.junit.jupiter.api.Test;

/** What every store of event callbacks does. Each case has an account of its own, so that cases may share one store. */
public abstract class EventCallbacksContract {

    private static final AtomicInteger ACCOUNTS = new AtomicInteger(500);
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(60), Duration.ofHours(1));
    private static final Set<String> ALL = Set.of("one", "two");

    private final AccountId account = new AccountId("AC%032x".formatted(ACCOUNTS.incrementAndGet()));
    private final AccountId stranger = new AccountId("AC%032x".formatted(ACCOUNTS.incrementAndGet()));

    protected abstract EventCallbacks callbacks();

    protected abstract EventLog log();

    protected abstract EventReader reader();

    protected abstract UnitOfWork unit();

    /** Makes a workspace that callbacks can belong to. */
    protected abstract void workspace(AccountId owner, String id);

    @Test
    void keepsWhatWasSetAndShowsItToNobodyElse() {
        EventCallback first = put("WS1", "https://example.org/a", "one");
        EventCallback second = put("WS2", "https://example.org/b");

        assertThat(callbacks().find(account, Set.of("WS1", "WS2", "WS3"))).containsExactlyInAnyOrder(first, second);
        assertThat(callbacks().find(stranger, Set.of("WS1"))).isEmpty();
        unit().run(() -> callbacks().remove(stranger, "WS1"));
        unit().run(() -> callbacks().remove(account, "WS2"));
        assertThat(callbacks().find(account, Set.of("WS1", "WS2"))).containsExactly(first);
    }

    @Test
    void tellsWhatHappensFromNowOnInOrderAndNothingOfOthers() {
        workspace(account, "WS1");
        publish(account, "WS1", "one");
        put("WS1", "https://example.org/a");
        publish(account, "WS1", "one");
        publish(account, "WS2", "one");
        publish(stranger, "WS1", "one");
        publish(account, "WS1", "three");
        publish(account, "WS1", "two");

        Turn turn = claim().getFirst();
        Page page = unit().run(() -> callbacks().read(turn, turn.progress(), ALL));

        assertThat(page.events()).extracting(Event::type).containsExactly("one", "two");
        assertThat(page.complete()).isTrue();
        assertThat(page.upTo()).isGreaterThanOrEqualTo(page.events().getLast().position());
    }

    @Test
    void isDueAgainOnlyWhenThereIsNews() {
        put("WS1", "https://example.org/a");
        rest(claim().getFirst());
        assertThat(claim()).isEmpty();

        publish(account, "WS2", "one");
        notice();
        assertThat(claim()).isEmpty();
        publish(account, "WS1", "one");
        notice();
        Turn turn = claim().getFirst();
        publish(account, "WS1", "two");
        notice();
        unit().run(() -> callbacks().end(turn, turn.progress(), Optional.empty(), NOW));
        assertThat(claim()).as("news during the turn").hasSize(1);
    }

    @Test
    void letsOneNodeAtATimeHaveTheTurnAndRefusesWhoIsLate() {
        put("WS1", "https://example.org/a");
        Turn dead = claim(NOW).getFirst();
        assertThat(claim(NOW.plusSeconds(59))).isEmpty();

        Turn next = claim(NOW.plusSeconds(60)).getFirst();

        assertThat(keeps(dead, NOW.plus(LEASE))).isFalse();
        assertThat(unit().<Boolean>run(() -> callbacks().end(dead, dead.progress(), Optional.empty(), NOW))).isFalse();
        assertThat(keeps(next, NOW.plusSeconds(200))).isTrue();
        assertThat(claim(NOW.plusSeconds(199))).isEmpty();
        assertThat(claim(NOW.plusSeconds(200))).hasSize(1);
    }

    @Test
    void goesOnWhereTheLastTurnCameToAlsoWithWhatIsOpen() {
        put("WS1", "https://example.org/a");
        publish(account, "WS1", "one");
        publish(account, "WS1", "two");
        Turn turn = claim().getFirst();
        Page page = unit().run(() -> callbacks().read(turn, turn.progress(), ALL));
        Event told = page.events().getFirst();
        Progress reached = turn.progress()
                .read(page.events(), page.upTo(), NOW, PATIENCE)
                .progress()
                .delivered(told.position())
                .failed(page.events().getLast().position(), Set.of(), NOW, PATIENCE)
                .progress();
        unit().run(() -> callbacks().end(turn, reached, reached.due(NOW, PATIENCE), NOW));

        assertThat(claim(NOW)).isEmpty();
        assertThat(claim(NOW.plusSeconds(1))).as("healthy").isEmpty();
        Turn next = claim(NOW.plusSeconds(1), true).getFirst();
        assertThat(next.progress()).isEqualTo(reached);
        assertThat(unit().run(() -> callbacks().reread(next, next.progress().open()))).extracting(Event::type)
                .containsExactly("two");
        assertThat(unit().run(() -> callbacks().read(next, next.progress(), ALL)).events()).isEmpty();
    }

    @Test
    void takesTheTurnAwayWhenTheAddressChanges() {
        put("WS1", "https://example.org/a");
        Turn turn = claim().getFirst();

        EventCallback changed = put("WS1", "https://example.org/b");

        assertThat(keeps(turn, NOW.plus(LEASE))).isFalse();
        assertThat(claim().getFirst().callback()).isEqualTo(changed);
    }

    @Test
    void leavesAccountsOutThatHaveEnoughTurns() {
        put("WS1", "https://example.org/a");

        assertThat(claimed(new Claim(NOW, NOW.plus(LEASE), Set.of(account), false, 9))).isEmpty();
        assertThat(claim()).hasSize(1);
    }

    private EventCallback put(String workspace, String url, String... types) {
        EventCallback callback = new EventCallback(account, workspace, url, Set.of(types));
        workspace(account, workspace);
        unit().run(() -> callbacks().put(callback, NOW));
        return callback;
    }

    private void publish(AccountId owner, String workspace, String type) {
        long before = reader().lastPosition();
        unit().run(() -> log().append(new NewEvent(owner, "key", type, Map.of("workspace", workspace))));
        await().until(() -> reader().lastPosition() > before);
    }

    private void notice() {
        unit().run(() -> callbacks().notice(NOW));
    }

    private boolean keeps(Turn turn, Instant until) {
        return unit().run(() -> callbacks().keep(turn, turn.progress(), until));
    }

    /** Has read everything. */
    private void rest(Turn turn) {
        Page page = unit().run(() -> callbacks().read(turn, turn.progress(), ALL));
        Progress reached = turn.progress().read(page.events(), page.upTo(), NOW, PATIENCE).progress();
        unit().run(() -> callbacks().end(turn, reached, Optional.empty(), NOW));
    }

    private List<Turn> claim() {
        return claim(NOW);
    }

    private List<Turn> claim(Instant now) {
        return claim(now, false);
    }

    private List<Turn> claim(Instant now, boolean failing) {
        return claimed(new Claim(now, now.plus(LEASE), Set.of(), failing, 99));
    }

    /** Those of this case. */
    private List<Turn> claimed(Claim claim) {
        return unit().run(() -> callbacks().claim(claim))
                .stream()
                .filter(turn -> turn.callback().account().equals(account))
                .toList();
    }
}
