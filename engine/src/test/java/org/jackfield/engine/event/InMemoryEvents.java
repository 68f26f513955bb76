package org.jackfield.engine.event;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.id.MemoryPages;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;

/** The event log and its reader in memory; an event is published when it is appended. Passes the contract suite. */
public final class InMemoryEvents implements EventLog, EventReader, EventSearch {

    private record Key(AccountId account, String key) {}

    private final Ids ids;
    private final Clock clock;
    private final List<Event> events = new ArrayList<>();
    private final Map<Key, Long> sequences = new HashMap<>();
    private final List<Runnable> watches = new CopyOnWriteArrayList<>();

    public InMemoryEvents(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void append(List<NewEvent> added) {
        synchronized (this) {
            added.forEach(this::publish);
        }
        watches.forEach(Runnable::run);
    }

    private void publish(NewEvent event) {
        long seq = sequences.merge(new Key(event.account(), event.key()), 1L, Long::sum);
        events.add(new Event(ids.next(IdPrefix.EVENT), events.size() + 1L, event.account(), event.key(), seq,
                event.type(), clock.instant(), event.data()));
    }

    @Override
    public synchronized List<Event> read(Filter filter, long after, int limit) {
        return events.stream()
                .filter(event -> event.position() > after && event.account().equals(filter.account()))
                .filter(event -> filter.key().isEmpty() || filter.key().get().equals(event.key()))
                .filter(event -> filter.types().isEmpty() || filter.types().contains(event.type()))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Event> find(Query query, Paging paging) {
        Stream<Event> found = events.stream().filter(query::isMetBy);
        return MemoryPages.descending(paging, found, Event::id);
    }

    @Override
    public synchronized Optional<Event> find(AccountId account, String eventId) {
        return events.stream()
                .filter(event -> event.account().equals(account) && event.id().equals(eventId))
                .findFirst();
    }

    @Override
    public synchronized Optional<Long> positionOf(AccountId account, String eventId) {
        return events.stream()
                .filter(event -> event.account().equals(account) && event.id().equals(eventId))
                .map(Event::position)
                .findFirst();
    }

    @Override
    public synchronized long lastPosition() {
        return events.size();
    }

    @Override
    public Watch watch(Runnable onNews) {
        Runnable watch = () -> onNews.run();
        watches.add(watch);
        return () -> watches.remove(watch);
    }
}
