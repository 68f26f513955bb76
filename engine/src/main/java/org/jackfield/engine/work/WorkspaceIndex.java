package org.jackfield.engine.work;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jackfield.engine.work.expression.Expression;
import org.jackfield.engine.work.expression.Expression.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * The waiting items and the workers of one workspace, ordered so that the next pair is found without looking at all of
 * them: O(log n) for a queue, O(k log n) for a worker who serves k queues. Who serves which queue is computed when one of
 * the two changes. Holds what rows said when they were read; whoever assigns checks again. Used by one thread at a time.
 */
final class WorkspaceIndex {

    /** A worker as the index needs him: {@code free} when his activity is available and he does not pause. */
    record Candidate(Worker worker, Map<String, ?> facts, boolean free, Map<String, Integer> open) {

        boolean isFree(String medium) {
            return free && open.getOrDefault(medium, 0) < worker.capacity(medium);
        }

        Lane.Idle idle() {
            return new Lane.Idle(worker.idleSince(), worker.id());
        }
    }

    private record Waiting(WorkItem item, Set<String> excluded) {}

    /** A queue, who serves it, and its lanes by medium. */
    private record Line(Queue queue, Optional<Expression> targets, Set<String> serving, Map<String, Lane> lanes) {

        boolean isServedBy(Candidate candidate) {
            Attributes attributes = new Attributes(candidate.facts(), Map.of());
            return targets.isEmpty() || targets.get().matches(attributes);
        }
    }

    private final Map<String, Line> lines = new HashMap<>();
    private final Map<String, Candidate> workers = new HashMap<>();
    private final Map<String, Set<String>> linesOfWorker = new HashMap<>();
    private final Set<String> suspended = new HashSet<>();
    /** By id, and ids are in the order of time: the first is the oldest. */
    private final NavigableMap<String, Waiting> items = new TreeMap<>();
    private int available;

    void put(Queue queue, Optional<Expression> targets) {
        @Nullable
        Line old = lines.get(queue.id());
        Map<String, Lane> lanes = old == null ? new HashMap<>() : old.lanes();
        Line line = new Line(queue, targets, new HashSet<>(), lanes);
        lines.put(queue.id(), line);
        lanes.values().forEach(lane -> lane.idle().clear());
        workers.values().forEach(candidate -> serve(line, candidate));
    }

    void removeQueue(String queueId) {
        @Nullable
        Line line = lines.remove(queueId);
        if (line != null) {
            line.serving().forEach(worker -> linesOf(worker).remove(queueId));
        }
    }

    void put(Candidate candidate) {
        String id = candidate.worker().id();
        @Nullable
        Candidate old = workers.get(id);
        suspend(id);
        suspended.remove(id);
        workers.put(id, candidate);
        available += (candidate.free() ? 1 : 0) - (old != null && old.free() ? 1 : 0);
        if (old != null && old.facts().equals(candidate.facts())) {
            linesOf(id).forEach(queue -> line(queue).ifPresent(line -> offerPlaces(line, candidate)));
        } else {
            lines.values().forEach(line -> serve(line, candidate));
        }
    }

    void removeWorker(String workerId) {
        suspend(workerId);
        suspended.remove(workerId);
        @Nullable
        Candidate old = workers.remove(workerId);
        available -= old != null && old.free() ? 1 : 0;
        linesOf(workerId).forEach(queue -> line(queue).ifPresent(line -> line.serving().remove(workerId)));
        linesOfWorker.remove(workerId);
    }

    /** Takes the worker's free places away until he is put again. */
    void suspend(String workerId) {
        @Nullable
        Candidate candidate = workers.get(workerId);
        if (candidate != null) {
            suspended.add(workerId);
            linesOf(workerId).forEach(queue -> line(queue).ifPresent(
                    line -> line.lanes().values().forEach(lane -> lane.idle().remove(candidate.idle()))));
        }
    }

    /** A waiting item; the excluded workers are not offered it for now. */
    void put(WorkItem item, Set<String> excluded) {
        removeItem(item.id());
        items.put(item.id(), new Waiting(item, excluded));
        line(item.origin().queueId())
                .ifPresent(line -> lane(line, item.origin().medium()).waiting().add(Lane.Turn.of(item)));
    }

    void removeItem(String itemId) {
        @Nullable
        Waiting old = items.remove(itemId);
        if (old != null) {
            WorkItem item = old.item();
            line(item.origin().queueId())
                    .ifPresent(line -> lane(line, item.origin().medium()).waiting().remove(Lane.Turn.of(item)));
        }
    }

    /** Who has been idle the longest among those who may be offered the item now. */
    Optional<String> bestWorker(String itemId) {
        @Nullable
        Waiting waiting = items.get(itemId);
        if (waiting == null) {
            return Optional.empty();
        }
        return line(waiting.item().origin().queueId())
                .flatMap(line -> lane(line, waiting.item().origin().medium()).idle()
                        .stream()
                        .map(Lane.Idle::workerId)
                        .filter(worker -> !waiting.excluded().contains(worker))
                        .findFirst());
    }

    /** Whose turn it is among the items that the worker may be offered now. */
    Optional<String> bestItem(String workerId) {
        @Nullable
        Candidate candidate = workers.get(workerId);
        if (candidate == null) {
            return Optional.empty();
        }
        return linesOf(workerId).stream()
                .flatMap(queue -> line(queue).stream())
                .flatMap(line -> line.lanes().values().stream())
                .filter(lane -> lane.idle().contains(candidate.idle()))
                .flatMap(lane -> firstFor(lane, workerId).stream())
                .min(Comparator.naturalOrder())
                .map(Lane.Turn::itemId);
    }

    /** All workers, the longest idle first; for a rebuilt index and a changed queue only. */
    List<String> workersByIdleTime() {
        return workers.values().stream().map(Candidate::idle).sorted().map(Lane.Idle::workerId).toList();
    }

    WorkCensus census() {
        return new WorkCensus(items.size(),
                Optional.ofNullable(items.firstEntry()).map(first -> first.getValue().item().origin().created()),
                available);
    }

    private Optional<Lane.Turn> firstFor(Lane lane, String workerId) {
        return lane.waiting().stream().filter(turn -> {
            @Nullable
            Waiting waiting = items.get(turn.itemId());
            return waiting != null && !waiting.excluded().contains(workerId);
        }).findFirst();
    }

    private void serve(Line line, Candidate candidate) {
        String id = candidate.worker().id();
        if (line.isServedBy(candidate)) {
            line.serving().add(id);
            linesOf(id).add(line.queue().id());
            offerPlaces(line, candidate);
        } else {
            line.serving().remove(id);
            linesOf(id).remove(line.queue().id());
        }
    }

    private void offerPlaces(Line line, Candidate candidate) {
        line.lanes().forEach((medium, lane) -> offerPlace(lane, medium, candidate));
    }

    private void offerPlace(Lane lane, String medium, Candidate candidate) {
        if (candidate.isFree(medium) && !suspended.contains(candidate.worker().id())) {
            lane.idle().add(candidate.idle());
        }
    }

    private Lane lane(Line line, String medium) {
        @Nullable
        Lane known = line.lanes().get(medium);
        if (known != null) {
            return known;
        }
        Lane lane = new Lane();
        line.lanes().put(medium, lane);
        line.serving()
                .stream()
                .flatMap(id -> Optional.ofNullable(workers.get(id)).stream())
                .forEach(candidate -> offerPlace(lane, medium, candidate));
        return lane;
    }

    private Optional<Line> line(String queueId) {
        return Optional.ofNullable(lines.get(queueId));
    }

    private Set<String> linesOf(String workerId) {
        return linesOfWorker.computeIfAbsent(workerId, _ -> new HashSet<>());
    }
}
