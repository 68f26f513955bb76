package org.jackfield.app.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.work.Activity;
import org.jackfield.engine.work.OpenWork;
import org.jackfield.engine.work.Queue;
import org.jackfield.engine.work.Staffing;
import org.jackfield.engine.work.WorkFigures;
import org.jackfield.engine.work.Worker;
import org.jackfield.engine.work.statistics.Figures;
import org.jackfield.engine.work.statistics.Lengths;
import org.jackfield.engine.work.statistics.Period;
import org.jackfield.engine.work.statistics.Slice;
import org.jackfield.engine.work.statistics.Slice.Part;
import org.springframework.stereotype.Component;

/** Reads what statistics show. */
@Component
final class StatisticsDesk {

    private final WorkDesk desk;
    private final Staffing staffing;
    private final InstantSource clock;

    StatisticsDesk(WorkDesk desk, Staffing staffing, InstantSource clock) {
        this.desk = desk;
        this.staffing = staffing;
        this.clock = clock;
    }

    /** What is asked of a period. */
    record Past(Period period, SequencedSet<Duration> thresholds) {}

    Instant now() {
        return clock.instant();
    }

    Past past(Ask ask) {
        return new Past(StatisticsParams.period(ask.params(), now()), StatisticsParams.thresholds(ask.params()));
    }

    /** The whole workspace, of the medium that is asked for. */
    Slice all(Ask ask, String workspaceId) {
        return Slice.ofAll(ask.account(), workspaceId,
                StatisticsParams.medium(ask.params()).map(medium -> desk.mediumName(ask, workspaceId, medium)));
    }

    Slice queues(Ask ask, String workspaceId, Collection<Queue> queues) {
        return all(ask, workspaceId).only(Part.QUEUES, queues.stream().map(Queue::id).collect(Collectors.toSet()));
    }

    OpenWork open(Slice slice) {
        return new OpenWork(desk.read(() -> figures().live().open(slice)));
    }

    Map<String, OpenWork> openByQueue(Slice slice) {
        return OpenWork.byQueue(desk.read(() -> figures().live().open(slice)));
    }

    Figures figures(Slice slice, Past past) {
        return new Figures(desk.read(() -> figures().milestones().tallies(slice, past.period())),
                desk.read(() -> figures().milestones().splits(slice, past.period(), past.thresholds())));
    }

    Map<String, Figures> figuresByQueue(Slice slice, Past past) {
        return Figures.byQueue(desk.read(() -> figures().milestones().tallies(slice, past.period())),
                desk.read(() -> figures().milestones().splits(slice, past.period(), past.thresholds())));
    }

    Map<String, Lengths> lengths(Slice slice, Period period) {
        return desk.read(() -> figures().spans().lengths(slice, period));
    }

    List<Activity> activities(Ask ask, String workspaceId) {
        return desk.read(() -> desk.stores()
                .workspaces()
                .listActivities(ask.account(), workspaceId, Paging.first(Paging.MOST)));
    }

    /** By queue and activity. */
    Map<String, Map<String, Integer>> staff(Ask ask, String workspaceId, List<Queue> queues) {
        return desk.read(() -> staffing.byActivity(ask.account(), workspaceId, queues));
    }

    /** How many of the workers, or of all of them, are in each activity. */
    Map<String, Integer> workersByActivity(Ask ask, String workspaceId, Optional<Set<String>> workers) {
        return workers
                .map(ids -> desk.read(() -> desk.stores().workers().findAll(ask.account(), workspaceId, ids))
                        .stream()
                        .collect(Collectors.toMap(Worker::activityId, _ -> 1, Integer::sum)))
                .orElseGet(() -> desk.read(() -> figures().live().workersByActivity(ask.account(), workspaceId)));
    }

    /** How many of those who take items of the medium are in each activity; of all where no medium is asked for. */
    Map<String, Integer> takersByActivity(Ask ask, String workspaceId) {
        Optional<String> medium = StatisticsParams.medium(ask.params())
                .map(name -> desk.mediumName(ask, workspaceId, name));
        return medium.isEmpty()
                ? workersByActivity(ask, workspaceId, Optional.empty())
                : desk.read(() -> figures().live().workersByActivity(ask.account(), workspaceId, medium.get()));
    }

    Set<String> workersOf(Queue queue) {
        return desk.read(() -> staffing.workers(queue));
    }

    private WorkFigures figures() {
        return desk.stores().figures();
    }
}
