package org.jackfield.engine.work;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.statistics.ActivitySpans;
import org.jackfield.engine.work.statistics.Lengths;
import org.jackfield.engine.work.statistics.Milestone;
import org.jackfield.engine.work.statistics.Milestones;
import org.jackfield.engine.work.statistics.Period;
import org.jackfield.engine.work.statistics.Slice;

/** What statistics are made of, in memory. */
final class InMemoryFigures {

    private record Span(ActivitySpans.Employee worker, String activityId, Instant started, Instant ended) {

        boolean goesOn() {
            return ended.equals(Instant.MAX);
        }

        Duration within(Period period) {
            Instant from = started.isAfter(period.from()) ? started : period.from();
            Instant until = ended.isBefore(period.until()) ? ended : period.until();
            return Duration.between(from, until);
        }
    }

    private final List<Milestone> milestones = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();
    private final Collection<WorkItem> items;
    private final Collection<Worker> workers;

    InMemoryFigures(Collection<WorkItem> items, Collection<Worker> workers) {
        this.items = items;
        this.workers = workers;
    }

    WorkFigures figures() {
        return new WorkFigures(new MilestoneList(), new SpanList(), new Live());
    }

    void removeAllOf(String workspaceId) {
        milestones.removeIf(one -> one.item().workspaceId().equals(workspaceId));
        spans.removeIf(span -> span.worker().workspaceId().equals(workspaceId));
    }

    private final class MilestoneList implements Milestones {

        @Override
        public void add(List<Milestone> reached) {
            milestones.addAll(reached);
        }

        @Override
        public List<Tally> tallies(Slice slice, Period period) {
            record Key(String queueId, Milestone.Kind kind) {}
            Map<Key, List<Milestone>> groups = of(slice, period).collect(Collectors
                    .groupingBy(one -> new Key(one.item().where().queueId(), one.kind())));
            return groups.entrySet()
                    .stream()
                    .map(group -> new Tally(group.getKey().queueId(), group.getKey().kind(),
                            sum(group.getValue().stream().map(Milestone::waited)),
                            sum(group.getValue().stream().map(Milestone::waitedInQueue))))
                    .toList();
        }

        @Override
        public List<Split> splits(Slice slice, Period period, Set<Duration> thresholds) {
            return of(slice, period).filter(one -> SPLIT.contains(one.kind()))
                    .flatMap(one -> thresholds.stream().map(threshold -> {
                        boolean above = one.waited().compareTo(threshold) > 0;
                        return new Split(one.item().where().queueId(), one.kind(), threshold, above ? 1 : 0,
                                above ? 0 : 1);
                    }))
                    .toList();
        }

        @Override
        public int removeBefore(Instant time, int most) {
            List<Milestone> old = milestones.stream().filter(one -> one.at().isBefore(time)).limit(most).toList();
            milestones.removeAll(old);
            return old.size();
        }

        private static Stream<Milestone> during(Stream<Milestone> all, Period period) {
            return all.filter(one -> !one.at().isBefore(period.from()) && !one.at().isAfter(period.until()));
        }

        private Stream<Milestone> of(Slice slice, Period period) {
            return during(milestones.stream(), period)
                    .filter(one -> one.item().account().equals(slice.account())
                            && one.item().workspaceId().equals(slice.workspaceId()))
                    .filter(one -> slice.medium().map(one.item().medium()::equals).orElse(true))
                    .filter(one -> switch (slice.part()) {
                        case WORKSPACE -> true;
                        case QUEUES -> slice.ids().contains(one.item().where().queueId());
                        case POLICIES -> one.item().where().policyId().filter(slice.ids()::contains).isPresent();
                        case WORKERS -> one.offer().filter(to -> slice.ids().contains(to.workerId())).isPresent();
                    });
        }
    }

    private final class SpanList implements ActivitySpans {

        @Override
        public void begin(Employee worker, String activityId, Instant at) {
            end(worker, at);
            spans.add(new Span(worker, activityId, at, Instant.MAX));
        }

        @Override
        public void end(Employee worker, Instant at) {
            spans.replaceAll(span -> span.worker().equals(worker) && span.goesOn()
                    ? new Span(worker, span.activityId(), span.started(), at)
                    : span);
        }

        @Override
        public Map<String, Lengths> lengths(Slice slice, Period period) {
            Map<String, Lengths> lengths = new HashMap<>();
            spans.stream()
                    .filter(span -> span.worker().account().equals(slice.account())
                            && span.worker().workspaceId().equals(slice.workspaceId()))
                    .filter(span -> slice.part() == Slice.Part.WORKSPACE || (slice.part() == Slice.Part.WORKERS
                            && slice.ids().contains(span.worker().workerId())))
                    .filter(span -> span.ended().isAfter(span.started()) && span.within(period).isPositive())
                    .forEach(span -> lengths.merge(span.activityId(), Lengths.of(span.within(period)), Lengths::plus));
            return lengths;
        }

        @Override
        public int removeBefore(Instant time, int most) {
            List<Span> old = spans.stream().filter(span -> span.ended().isBefore(time)).limit(most).toList();
            spans.removeAll(old);
            return old.size();
        }
    }

    private final class Live implements LiveFigures {

        @Override
        public List<OpenCount> open(Slice slice) {
            record Key(String queueId, WorkItemState state, int priority) {}
            Map<Key, List<WorkItem>> groups = items.stream()
                    .filter(item -> isIn(item, slice) && !WorkItemState.TABLE.isFinal(item.state()))
                    .collect(Collectors.groupingBy(item -> new Key(item.place().queueId(), item.state(),
                            item.place().priority())));
            return groups.entrySet()
                    .stream()
                    .map(group -> new OpenCount(group.getKey().queueId(), group.getKey().state(),
                            group.getKey().priority(), group.getValue().size(),
                            first(group.getValue(), item -> item.origin().created()),
                            first(group.getValue(), item -> item.place().entered())))
                    .toList();
        }

        @Override
        public Map<String, Integer> workersByActivity(AccountId account, String workspaceId) {
            return byActivity(account, workspaceId, _ -> true);
        }

        @Override
        public Map<String, Integer> workersByActivity(AccountId account, String workspaceId, String medium) {
            return byActivity(account, workspaceId, worker -> worker.takes(medium));
        }

        private Map<String, Integer> byActivity(AccountId account, String workspaceId, Predicate<Worker> wanted) {
            return workers.stream()
                    .filter(worker -> worker.account().equals(account) && worker.workspaceId().equals(workspaceId))
                    .filter(wanted)
                    .collect(Collectors.toMap(Worker::activityId, _ -> 1, Integer::sum));
        }

        private static Since first(List<WorkItem> of, Function<WorkItem, Instant> when) {
            return of.stream()
                    .map(item -> new Since(item.id(), when.apply(item)))
                    .min(Comparator.comparing(Since::time).thenComparing(Since::itemId))
                    .orElseThrow();
        }

        private static boolean isIn(WorkItem item, Slice slice) {
            return item.account().equals(slice.account()) && item.workspaceId().equals(slice.workspaceId())
                    && slice.medium().map(item.origin().medium()::equals).orElse(true)
                    && switch (slice.part()) {
                        case WORKSPACE -> true;
                        case QUEUES -> slice.ids().contains(item.place().queueId());
                        case POLICIES -> item.place()
                                .course()
                                .filter(course -> slice.ids().contains(course.policyId()))
                                .isPresent();
                        case WORKERS -> false;
                    };
        }
    }

    private static Lengths sum(Stream<Duration> lengths) {
        return lengths.map(Lengths::of).reduce(Lengths.NONE, Lengths::plus);
    }
}
