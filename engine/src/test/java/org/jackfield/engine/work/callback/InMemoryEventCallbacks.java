package org.jackfield.engine.work.callback;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jackfield.engine.event.Event;
import org.jackfield.engine.event.EventReader;
import org.jackfield.engine.event.EventReader.Filter;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.callback.Progress.Open;

/** Event callbacks in memory, for a unit of work that lets one run at a time. */
final class InMemoryEventCallbacks implements EventCallbacks {

    private static final int PAGE = 1_000;

    private record Key(AccountId account, String workspace) {}

    private record Row(EventCallback callback, long news, Progress progress, Optional<Instant> due, long turn) {

        Row with(Progress reached, Optional<Instant> next, long number) {
            return new Row(callback, news, reached, next, number);
        }
    }

    private final EventReader events;
    private final Map<Key, Row> rows = new HashMap<>();
    private long looked;

    InMemoryEventCallbacks(EventReader events) {
        this.events = events;
    }

    @Override
    public List<EventCallback> find(AccountId account, Set<String> workspaceIds) {
        return workspaceIds.stream()
                .flatMap(id -> Optional.ofNullable(rows.get(new Key(account, id))).stream())
                .map(Row::callback)
                .toList();
    }

    @Override
    public void put(EventCallback callback, Instant now) {
        rows.compute(key(callback), (_, row) -> row == null
                ? new Row(callback, events.lastPosition(), Progress.startingAt(events.lastPosition()), Optional.of(now),
                        0)
                : new Row(callback, row.news(), new Progress(row.progress().readTo(), row.progress().open(), 0),
                        Optional.of(now), row.turn() + 1));
    }

    @Override
    public void remove(AccountId account, String workspaceId) {
        rows.remove(new Key(account, workspaceId));
    }

    @Override
    public boolean notice(Instant now) {
        rows.replaceAll((key, row) -> all(key.account(), looked).stream()
                .filter(event -> isOf(event, key.workspace()) && event.position() > row.news())
                .reduce((_, last) -> last)
                .map(last -> new Row(row.callback(), last.position(), row.progress(),
                        row.due().or(() -> Optional.of(now)),
                        row.turn()))
                .orElse(row));
        looked = events.lastPosition();
        return false;
    }

    @Override
    public List<Turn> claim(Claim claim) {
        List<Row> taken = rows.values()
                .stream()
                .filter(row -> row.due().filter(due -> !due.isAfter(claim.now())).isPresent())
                .filter(row -> row.progress().failures() > 0 == claim.failing())
                .filter(row -> !claim.except().contains(row.callback().account()))
                .sorted(Comparator.comparing(row -> row.due().orElseThrow()))
                .limit(claim.limit())
                .toList();
        taken.forEach(row -> rows.put(key(row.callback()),
                row.with(row.progress(), Optional.of(claim.until()), row.turn() + 1)));
        return taken.stream().map(row -> new Turn(row.callback(), row.turn() + 1, row.progress())).toList();
    }

    @Override
    public Page read(Turn turn, Progress progress, Set<String> types) {
        List<Event> found = all(turn.callback().account(), progress.readTo()).stream()
                .filter(event -> isOf(event, turn.callback().workspaceId()) && types.contains(event.type()))
                .limit(progress.room())
                .toList();
        return found.size() == progress.room()
                ? new Page(found, found.getLast().position(), false)
                : new Page(found, events.lastPosition(), true);
    }

    @Override
    public List<Event> reread(Turn turn, List<Open> open) {
        Set<Long> wanted = open.stream().map(Open::position).collect(Collectors.toSet());
        return all(turn.callback().account(), 0).stream().filter(event -> wanted.contains(event.position())).toList();
    }

    @Override
    public boolean keep(Turn turn, Progress progress, Instant until) {
        return write(turn, row -> row.with(progress, Optional.of(until), turn.number()));
    }

    @Override
    public boolean end(Turn turn, Progress progress, Optional<Instant> due, Instant now) {
        return write(turn, row -> row.with(progress,
                due.or(() -> row.news() > progress.readTo() ? Optional.of(now) : Optional.empty()), turn.number() + 1));
    }

    private boolean write(Turn turn, UnaryOperator<Row> change) {
        Row row = rows.get(key(turn.callback()));
        if (row == null || row.turn() != turn.number()) {
            return false;
        }
        rows.put(key(turn.callback()), change.apply(row));
        return true;
    }

    private List<Event> all(AccountId account, long after) {
        return events.read(new Filter(account, Optional.empty(), Set.of()), after, PAGE);
    }

    private static boolean isOf(Event event, String workspace) {
        return workspace.equals(event.data().get("workspace"));
    }

    private static Key key(EventCallback callback) {
        return new Key(callback.account(), callback.workspaceId());
    }
}
