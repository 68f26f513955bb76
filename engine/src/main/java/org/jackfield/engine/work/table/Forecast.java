package org.jackfield.engine.work.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jackfield.engine.work.WorkItem;
import org.jackfield.engine.work.expression.Facts;
import org.jackfield.engine.work.policy.Route;
import org.jackfield.engine.work.table.Preview.Counts;
import org.jackfield.engine.work.table.Preview.Difference;
import org.jackfield.engine.work.table.Preview.Fate;
import org.jackfield.engine.work.table.Preview.Spot;

/** Sends items of the past through a policy and counts where they end. Confined to one request. */
final class Forecast {

    private static final int MOST_SHOWN = 20;

    private final Translation translation;
    private final Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
    private final Map<Integer, Integer> rows = new TreeMap<>();
    private final Map<String, Counts> queues = new TreeMap<>();
    private final List<Difference> differences = new ArrayList<>();
    private int lookedAt;

    Forecast(Translation translation) {
        this.translation = translation;
        for (Fate fate : Fate.values()) {
            fates.put(fate, 0);
        }
        translation.rows().forEach(row -> rows.put(row.number(), 0));
    }

    int lookedAt() {
        return lookedAt;
    }

    void add(WorkItem item) {
        lookedAt++;
        Spot was = new Spot(item.place().queueId(), item.place().priority());
        Optional<RoutedRow> row = row(item);
        Optional<Spot> wouldBe = row.map(RoutedRow::target)
                .map(target -> new Spot(target.queueId(), target.priority().orElse(was.priority())));
        Fate fate = fate(was, wouldBe);
        fates.merge(fate, 1, Integer::sum);
        row.ifPresent(one -> rows.merge(one.number(), 1, Integer::sum));
        count(was.queueId(), new Counts(1, 0));
        wouldBe.ifPresent(spot -> count(spot.queueId(), new Counts(0, 1)));
        boolean differs = wouldBe.map(spot -> !spot.equals(was)).orElse(!was.queueId().isEmpty());
        if (differs && differences.size() < MOST_SHOWN) {
            differences.add(new Difference(item.id(), item.origin().created(), fate, was, row.map(RoutedRow::number),
                    wouldBe));
        }
    }

    Preview since(Instant since, boolean complete) {
        return new Preview(since, lookedAt, complete, fates, rows, queues, List.copyOf(differences));
    }

    private static Fate fate(Spot was, Optional<Spot> wouldBe) {
        if (wouldBe.isEmpty()) {
            return Fate.NOWHERE;
        }
        if (!wouldBe.get().queueId().equals(was.queueId())) {
            return Fate.OTHER_QUEUE;
        }
        return wouldBe.get().priority() == was.priority() ? Fate.UNCHANGED : Fate.OTHER_PRIORITY;
    }

    private Optional<RoutedRow> row(WorkItem item) {
        Facts facts = Facts.ofItem(item.origin().attributes(), item.origin().created());
        int reached = item.place().course().map(course -> course.route().position()).orElse(0);
        return Route.ARRIVED.enter(translation.policy(), facts)
                .filter()
                .map(filter -> translation.ways().get(filter).rows())
                .map(way -> way.get(Math.min(reached, way.size() - 1)));
    }

    private void count(String queueId, Counts more) {
        if (!queueId.isEmpty()) {
            queues.merge(queueId, more,
                    (one, other) -> new Counts(one.were() + other.were(), one.wouldBe() + other.wouldBe()));
        }
    }
}
