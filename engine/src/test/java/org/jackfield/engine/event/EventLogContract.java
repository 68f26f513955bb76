package org.jackfield.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.groups.Tuple;
import org.jackfield.engine.event.EventReader.Filter;
import org.jackfield.engine.event.EventReader.Watch;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.UnitOfWork;
import org.junit.jupiter.api.Test;

/** What every event log and reader do. Each case uses accounts of its own, so cases may share one log. */
public abstract class EventLogContract {

    private static final AtomicInteger ACCOUNTS = new AtomicInteger();

    /** The account of this case. */
    protected final AccountId account = new AccountId("AC%032x".formatted(ACCOUNTS.incrementAndGet()));

    protected abstract EventLog log();

    protected abstract EventReader reader();

    protected abstract UnitOfWork unit();

    @Test
    void publishesInOrderWithSequencesWithinEachKey() {
        append("a", "one");
        append("b", "one");
        append("a", "two");

        List<Event> events = published(3);
        assertThat(events).extracting(Event::key, Event::seq, Event::type)
                .containsExactly(tuple("a", 1, "one"), tuple("b", 1, "one"), tuple("a", 2, "two"));
        assertThat(events).extracting(Event::position).isSorted().doesNotHaveDuplicates();
        assertThat(events).extracting(Event::id).allMatch(id -> id.matches("EV[0-9a-f]{32}")).doesNotHaveDuplicates();
    }

    @Test
    void keepsTheOrderOfABatchWithinAKey() {
        unit().run(() -> log().append(List.of(event("a", "one"), event("b", "one"), event("a", "two"),
                event("a", "three"))));

        assertThat(published(4)).filteredOn(event -> event.key().equals("a"))
                .extracting(Event::seq, Event::type)
                .containsExactly(Tuple.tuple(1L, "one"), Tuple.tuple(2L, "two"), Tuple.tuple(3L, "three"));
    }

    @Test
    void keepsTheData() {
        Map<String, Object> data = Map.of("text", "grün", "number", 3, "yes", true, "list", List.of("a", 1),
                "map", Map.of("deep", "er"));

        unit().run(() -> log().append(new NewEvent(account, "a", "one", data)));

        assertThat(published(1).getFirst().data()).isEqualTo(data);
    }

    @Test
    void resumesAfterAPositionAndStopsAtTheLimit() {
        append("a", "one");
        append("a", "two");
        append("a", "three");
        List<Event> all = published(3);

        assertThat(reader().read(all(), all.get(0).position(), 1)).containsExactly(all.get(1));
        assertThat(reader().read(all(), all.get(2).position(), 10)).isEmpty();
        assertThat(reader().lastPosition()).isGreaterThanOrEqualTo(all.get(2).position());
    }

    @Test
    void filtersByKeyAndType() {
        append("a", "one");
        append("b", "one");
        append("b", "two");
        List<Event> all = published(3);

        assertThat(reader().read(new Filter(account, Optional.of("b"), Set.of()), 0, 10))
                .containsExactly(all.get(1), all.get(2));
        assertThat(reader().read(new Filter(account, Optional.empty(), Set.of("one", "none")), 0, 10))
                .containsExactly(all.get(0), all.get(1));
        assertThat(reader().read(new Filter(account, Optional.of("b"), Set.of("two")), all.get(0).position(), 10))
                .containsExactly(all.get(2));
    }

    @Test
    void showsNothingOfAnotherAccount() {
        append("a", "one");
        Event mine = published(1).getFirst();
        AccountId stranger = new AccountId("AC%032x".formatted(ACCOUNTS.incrementAndGet()));

        assertThat(reader().positionOf(account, mine.id())).contains(mine.position());
        assertThat(reader().positionOf(stranger, mine.id())).isEmpty();
        assertThat(reader().read(new Filter(stranger, Optional.empty(), Set.of()), 0, 10)).isEmpty();
    }

    @Test
    void tellsAWatchUntilItIsClosed() {
        AtomicInteger told = new AtomicInteger();
        Watch watch = reader().watch(told::incrementAndGet);
        append("a", "one");
        await().until(() -> told.get() > 0);
        published(1);

        watch.close();
        append("a", "two");
        published(2);
        int before = told.get();
        append("a", "three");
        published(3);

        assertThat(told).hasValue(before);
    }

    protected final void append(String key, String type) {
        unit().run(() -> log().append(event(key, type)));
    }

    protected final NewEvent event(String key, String type) {
        return new NewEvent(account, key, type, Map.of());
    }

    protected final Filter all() {
        return new Filter(account, Optional.empty(), Set.of());
    }

    /** The account's events, once there are that many. */
    protected final List<Event> published(int count) {
        return await().until(() -> reader().read(all(), 0, 1_000), events -> events.size() >= count);
    }

    private static Tuple tuple(String key, long seq, String type) {
        return Tuple.tuple(key, seq, type);
    }
}
