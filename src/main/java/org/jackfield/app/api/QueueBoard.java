package org.jackfield.app.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jackfield.app.api.StatisticsDesk.Past;
import org.jackfield.engine.work.Activity;
import org.jackfield.engine.work.Queue;
import org.jackfield.engine.work.QueueStates;
import org.jackfield.engine.work.QueueStates.QueueState;
import org.jackfield.engine.work.statistics.Figures;
import org.jackfield.engine.work.statistics.Milestone.Kind;
import org.jackfield.engine.work.statistics.Period;
import org.jackfield.engine.work.statistics.Slice;
import org.springframework.stereotype.Component;

/** All queues of an account for who watches them: what waits now, who could help, and how the last while went. */
@Component
final class QueueBoard {

    private static final int MOST_QUEUES = 1_000;
    private static final double THOUSAND = 1_000;

    private final QueueStates states;
    private final StatisticsDesk statistics;
    private final WorkDesk desk;

    QueueBoard(QueueStates states, StatisticsDesk statistics, WorkDesk desk) {
        this.states = states;
        this.statistics = statistics;
        this.desk = desk;
    }

    /**
     * In the order of their names.
     *
     * @param since how far to look back
     * @param promise how long an item may wait before it is answered late
     */
    List<View> rows(Ask ask, Duration since, Duration promise) {
        List<QueueState> all = desk.read(() -> states.list(ask.account(), MOST_QUEUES));
        Instant now = statistics.now();
        Past past = new Past(new Period(now.minus(since), now), new TreeSet<>(Set.of(promise)));
        Map<String, Function<QueueState, View>> byWorkspace = all.stream()
                .collect(Collectors.groupingBy(QueueState::workspaceId,
                        Collectors.collectingAndThen(Collectors.toList(), part -> workspace(ask, part, past))));
        return all.stream()
                .map(state -> byWorkspace.getOrDefault(state.workspaceId(), _ -> new View()).apply(state))
                .toList();
    }

    /** Reads once what the queues of a workspace need. */
    private Function<QueueState, View> workspace(Ask ask, List<QueueState> part, Past past) {
        String workspace = part.getFirst().workspaceId();
        Set<String> ids = part.stream().map(QueueState::queueId).collect(Collectors.toSet());
        List<Queue> queues = desk.read(() -> desk.stores().queues().findAll(ask.account(), workspace, ids));
        List<Activity> activities = statistics.activities(ask, workspace);
        Map<String, Map<String, Integer>> staff = statistics.staff(ask, workspace, queues);
        Map<String, Figures> figures = statistics.figuresByQueue(
                statistics.all(ask, workspace).only(Slice.Part.QUEUES, ids), past);
        return state -> put(view(state), activities, staff.getOrDefault(state.queueId(), Map.of()),
                figures.getOrDefault(state.queueId(), Figures.NONE), past.thresholds().getFirst());
    }

    private static View view(QueueState queue) {
        return new View().put("sid", queue.queueId())
                .put("workspace", queue.workspaceId())
                .put("name", queue.name())
                .put("waiting", queue.waiting())
                .put("oldest", queue.oldest().map(Instant::toString))
                .put("assigned", queue.assigned());
    }

    private static View put(View view, List<Activity> activities, Map<String, Integer> workers, Figures figures,
            Duration promise) {
        long answered = figures.number(Kind.RESERVATION_ACCEPTED);
        long abandoned = figures.number(Kind.CANCELED);
        long inTime = figures.below(promise, Kind.RESERVATION_ACCEPTED);
        long ended = answered + abandoned;
        return view.put("eligible", StatisticsViews.number(activities, workers))
                .put("available",
                        StatisticsViews.number(activities.stream().filter(Activity::available).toList(), workers))
                .put("answered", answered)
                .put("answered_in_time", inTime)
                .put("abandoned", abandoned)
                .put("service_level", ended == 0 ? null : Math.round(THOUSAND * inTime / ended) / THOUSAND);
    }
}
