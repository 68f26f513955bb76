package org.jackfield.engine.work;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jackfield.engine.work.LiveFigures.OpenCount;
import org.jackfield.engine.work.LiveFigures.Since;

/** The items that are not finished, summed up. Waiting are those that no worker has accepted yet. */
public final class OpenWork {

    /** Where there is nothing. */
    public static final OpenWork NONE = new OpenWork(List.of());

    private static final Comparator<Since> FIRST = Comparator.comparing(Since::time).thenComparing(Since::itemId);

    private final List<OpenCount> counts;

    public OpenWork(Collection<OpenCount> counts) {
        this.counts = List.copyOf(counts);
    }

    /** Apart for each queue that has some. */
    public static Map<String, OpenWork> byQueue(List<OpenCount> counts) {
        return counts.stream()
                .collect(Collectors.groupingBy(OpenCount::queueId,
                        Collectors.collectingAndThen(Collectors.toList(), OpenWork::new)));
    }

    public long total() {
        return counts.stream().mapToLong(OpenCount::number).sum();
    }

    public long waiting() {
        return waitingOnes().mapToLong(OpenCount::number).sum();
    }

    public long in(WorkItemState state) {
        return counts.stream().filter(count -> count.state() == state).mapToLong(OpenCount::number).sum();
    }

    /** Of the priorities that some have. */
    public Map<Integer, Long> byPriority() {
        return counts.stream()
                .collect(Collectors.groupingBy(OpenCount::priority, TreeMap::new,
                        Collectors.summingLong(OpenCount::number)));
    }

    /** The waiting item that was made first. */
    public Optional<Since> oldestWaiting() {
        return first(OpenCount::oldest);
    }

    /** The waiting item that entered its queue first. */
    public Optional<Since> longestInQueue() {
        return first(OpenCount::longestInQueue);
    }

    private Optional<Since> first(Function<OpenCount, Since> which) {
        return waitingOnes().map(which).min(FIRST);
    }

    private Stream<OpenCount> waitingOnes() {
        return counts.stream()
                .filter(count -> count.state() == WorkItemState.PENDING || count.state() == WorkItemState.RESERVED);
    }
}
