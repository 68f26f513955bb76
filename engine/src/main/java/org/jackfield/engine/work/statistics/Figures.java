package org.jackfield.engine.work.statistics;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jackfield.engine.work.statistics.Milestones.Split;
import org.jackfield.engine.work.statistics.Milestones.Tally;

/** The sums of a slice over a period. */
public final class Figures {

    /** Of a period in which nothing happened. */
    public static final Figures NONE = new Figures(List.of(), List.of());

    private final Map<Milestone.Kind, Tally> tallies = new EnumMap<>(Milestone.Kind.class);
    private final List<Split> splits;

    public Figures(Collection<Tally> tallies, List<Split> splits) {
        tallies.forEach(tally -> this.tallies.merge(tally.kind(), tally, Tally::plus));
        this.splits = List.copyOf(splits);
    }

    /** Apart for each queue that there is something of. */
    public static Map<String, Figures> byQueue(List<Tally> tallies, List<Split> splits) {
        Map<String, List<Split>> splitsOf = splits.stream().collect(Collectors.groupingBy(Split::queueId));
        return tallies.stream()
                .collect(Collectors.groupingBy(Tally::queueId))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey,
                        of -> new Figures(of.getValue(), splitsOf.getOrDefault(of.getKey(), List.of()))));
    }

    /** How many milestones of the kinds there were. */
    public long number(Milestone.Kind... kinds) {
        long sum = 0;
        for (Milestone.Kind kind : kinds) {
            sum += waited(kind).number();
        }
        return sum;
    }

    /** How long the items had existed at milestones of the kind. */
    public Lengths waited(Milestone.Kind kind) {
        Tally tally = tallies.get(kind);
        return tally == null ? Lengths.NONE : tally.waited();
    }

    /** How long the items had been in their queues. */
    public Lengths waitedInQueue(Milestone.Kind kind) {
        Tally tally = tallies.get(kind);
        return tally == null ? Lengths.NONE : tally.inQueue();
    }

    /** How many items had existed for longer than the threshold. */
    public long above(Duration threshold, Milestone.Kind kind) {
        return splits.stream().filter(split -> split.is(threshold, kind)).mapToLong(Split::above).sum();
    }

    /** How many items had existed for at most the threshold. */
    public long below(Duration threshold, Milestone.Kind kind) {
        return splits.stream().filter(split -> split.is(threshold, kind)).mapToLong(Split::below).sum();
    }
}
