package org.jackfield.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.groups.Tuple;
import org.jackfield.engine.event.EventReader.Filter;
import org.jackfield.engine.event.EventReader.Watch;
import org.jackfield.engine.event.EventSearch.Query;
import org.jackfield.engine.event.EventSearch.Subject;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.time.SettableClock;
import org.jackfield.engine.time.Span;
import org.jackfield.engine.unit.UnitOfWork;
import org.junit.jupiter.api.Test;

/** What every event log and reader do. Each case uses accounts of its own, so cases may share one log. */
public abstract class EventLogContract {

    private static final AtomicInteger ACCOUNTS = new AtomicInteger();

    /** The account of this case. */
    protected final AccountId account = new AccountId("AC%032x".formatted(ACCOUNTS.incrementAndGet()));

    protected abstract EventLog log();

    protected abstract EventReader reader();

    protected abstract EventSearch search();

    protected abstract SettableClock clock();

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
    void findsByWhatAnEventTellsOfTheNewestFirst() {
        tell("one", Map.of("workspace", "WS1", "workItem", "WT1", "queue", "WQ1"));
        tell("two", Map.of("workspace", "WS1", "workItem", "WT2", "queue", "WQ1", "worker", "WK1"));
        tell("one", Map.of("workspace", "WS1", "workItem", "WT1", "queue", "WQ2"));
        tell("one", Map.of("workspace", "WS2", "workItem", "WT3"));
        tell("other", Map.of("workspace", "WS1", "workItem", "WT1"));
        List<Event> all = published(5);
        Set<String> types = Set.of("one", "two");

        assertThat(find(Subject.WORKSPACE, "WS1", Map.of(), types)).containsExactly(all.get(2), all.get(1), all.get(0));
        assertThat(find(Subject.WORKSPACE, "WS1", Map.of("queue", "WQ1"), types))
                .containsExactly(all.get(1), all.get(0));
        assertThat(find(Subject.WORK_ITEM, "WT1", Map.of("workspace", "WS1"), types))
                .containsExactly(all.get(2), all.get(0));
        assertThat(find(Subject.WORK_ITEM, "WT1", Map.of("workspace", "WS2"), types)).isEmpty();
        assertThat(find(Subject.WORKER, "WK1", Map.of(), types)).containsExactly(all.get(1));
        assertThat(find(Subject.WORKSPACE, "WS1", Map.of(), Set.of("two"))).containsExactly(all.get(1));
        assertThat(find(Subject.WORKSPACE, "WS1", Map.of(), Set.of())).isEmpty();
    }

    @Test
    void findsPageByPageAndWithinASpan() {
        Instant start = clock().instant();
        for (int i = 0; i < 5; i++) {
            tell("one", Map.of("workspace", "WS1", "number", i));
            clock().advance(Duration.ofMinutes(1));
        }
        List<Event> newest = published(5).reversed();
        Query query = query(account, Subject.WORKSPACE, "WS1", Map.of(), Set.of("one"));

        assertThat(search().find(query, Paging.first(2))).containsExactly(newest.get(0), newest.get(1));
        assertThat(search().find(query, new Paging(newest.get(1).id(), 2)))
                .containsExactly(newest.get(2), newest.get(3));
        assertThat(search().find(query, new Paging(newest.get(3).id(), 2, true)))
                .containsExactly(newest.get(1), newest.get(2));
        Span span = new Span(Optional.of(start.plusSeconds(60)), Optional.of(start.plusSeconds(180)));
        assertThat(search().find(new Query(account, Subject.WORKSPACE, "WS1", Map.of(), Set.of("one"), span),
                Paging.first(9))).containsExactly(newest.get(2), newest.get(3));
    }

    @Test
    void findsNothingOfAnotherAccount() {
        tell("one", Map.of("workspace", "WS1"));
        Event mine = published(1).getFirst();
        AccountId stranger = new AccountId("AC%032x".formatted(ACCOUNTS.incrementAndGet()));

        assertThat(search().find(account, mine.id())).contains(mine);
        assertThat(search().find(stranger, mine.id())).isEmpty();
        assertThat(search().find(query(stranger, Subject.WORKSPACE, "WS1", Map.of(), Set.of("one")), Paging.first(9)))
                .isEmpty();
    }

    private void tell(String type, Map<String, ?> data) {
        unit().run(() -> log().append(new NewEvent(account, "a", type, data)));
    }

    private List<Event> find(Subject subject, String id, Map<String, String> also, Set<String> types) {
        return search().find(query(account, subject, id, also, types), Paging.first(9));
    }

    private static Query query(AccountId of, Subject subject, String id, Map<String, String> also, Set<String> types) {
        return new Query(of, subject, id, also, types, Span.ALWAYS);
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
