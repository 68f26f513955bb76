package org.jackfield.app.api;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;
import org.jackfield.app.api.StatisticsDesk.Past;
import org.jackfield.engine.work.Activity;
import org.jackfield.engine.work.LiveFigures.Since;
import org.jackfield.engine.work.OpenWork;
import org.jackfield.engine.work.WorkItemState;
import org.jackfield.engine.work.statistics.Figures;
import org.jackfield.engine.work.statistics.Lengths;
import org.jackfield.engine.work.statistics.Milestone.Kind;

/** Statistics as fields of an answer; times in whole seconds. */
final class StatisticsViews {

    private static final List<WorkItemState> OPEN = List.of(WorkItemState.PENDING, WorkItemState.RESERVED,
            WorkItemState.ASSIGNED, WorkItemState.WRAPPING);

    private StatisticsViews() {}

    /** Where the statistics of the thing at the address are. */
    static View links(View view, String url) {
        return view.put("statistics", url + "/Statistics")
                .put("real_time_statistics", url + "/RealTimeStatistics")
                .put("cumulative_statistics", url + "/CumulativeStatistics");
    }

    static View items(View view, OpenWork open, Instant now) {
        View byStatus = new View();
        OPEN.forEach(state -> byStatus.put(state.word(), open.in(state)));
        View byPriority = new View();
        open.byPriority().forEach((priority, number) -> byPriority.put(String.valueOf(priority), number));
        return view.put("total_tasks", open.total())
                .put("tasks_by_status", byStatus)
                .put("tasks_by_priority", byPriority)
                .put("longest_task_waiting_age", age(open.oldestWaiting(), now))
                .put("longest_task_waiting_sid", open.oldestWaiting().map(Since::itemId));
    }

    static View itemsOfQueue(View view, OpenWork open, Instant now) {
        return items(view, open, now)
                .put("longest_relative_task_age_in_queue", age(open.longestInQueue(), now))
                .put("longest_relative_task_sid_in_queue", open.longestInQueue().map(Since::itemId));
    }

    static List<View> activities(List<Activity> activities, Map<String, Integer> workers) {
        return activities.stream()
                .map(activity -> new View().put("sid", activity.id())
                        .put("friendly_name", activity.name())
                        .put("workers", workers.getOrDefault(activity.id(), 0)))
                .toList();
    }

    /** How many of the workers there are, and how many are in an activity that is available. */
    static View staff(View view, List<Activity> activities, Map<String, Integer> workers) {
        return view.put("total_eligible_workers", number(activities, workers))
                .put("total_available_workers",
                        number(activities.stream().filter(Activity::available).toList(), workers))
                .put("activity_statistics", activities(activities, workers));
    }

    static int number(List<Activity> activities, Map<String, Integer> workers) {
        return activities.stream().mapToInt(activity -> workers.getOrDefault(activity.id(), 0)).sum();
    }

    /** What is counted of items and their reservations, everywhere. */
    static View past(View view, Figures figures, Past past) {
        reservations(view, figures, past)
                .put("avg_task_acceptance_time", seconds(figures.waited(Kind.RESERVATION_ACCEPTED).average()))
                .put("tasks_moved", figures.number(Kind.MOVED_OUT))
                .put("tasks_canceled", figures.number(Kind.CANCELED))
                .put("tasks_completed", figures.number(Kind.COMPLETED))
                .put("tasks_deleted", figures.number(Kind.DELETED))
                .put("wait_duration_until_accepted", lengths(new View(), figures.waited(Kind.RESERVATION_ACCEPTED)))
                .put("wait_duration_until_canceled", lengths(new View(), figures.waited(Kind.CANCELED)));
        return view.put("split_by_wait_time", splits(figures, past.thresholds()));
    }

    static View pastOfWorkspace(View view, Figures figures, Past past) {
        return past(view, figures, past).put("tasks_created", figures.number(Kind.CREATED))
                .put("tasks_timed_out_in_workflow", figures.number(Kind.USED_UP));
    }

    static View pastOfPolicy(View view, Figures figures, Past past) {
        return past(view, figures, past).put("tasks_entered", figures.number(Kind.CREATED))
                .put("tasks_timed_out_in_workflow", figures.number(Kind.USED_UP));
    }

    static View pastOfQueue(View view, Figures figures, Past past) {
        return past(view, figures, past).put("tasks_entered", figures.number(Kind.CREATED, Kind.MOVED_IN))
                .put("wait_duration_in_queue_until_accepted",
                        lengths(new View(), figures.waitedInQueue(Kind.RESERVATION_ACCEPTED)));
    }

    static View reservations(View view, Figures figures, Past past) {
        return view.put("start_time", Times.iso8601(past.period().from()))
                .put("end_time", Times.iso8601(past.period().until()))
                .put("reservations_created", figures.number(Kind.RESERVATION_CREATED))
                .put("reservations_accepted", figures.number(Kind.RESERVATION_ACCEPTED))
                .put("reservations_rejected", figures.number(Kind.RESERVATION_REJECTED))
                .put("reservations_timed_out", figures.number(Kind.RESERVATION_TIMED_OUT))
                .put("reservations_canceled", figures.number(Kind.RESERVATION_CANCELED))
                .put("reservations_rescinded", figures.number(Kind.RESERVATION_RESCINDED));
    }

    /** What the answers that stand alone have no room for. */
    static View endedReservations(View view, Figures figures) {
        return view.put("reservations_wrapup", figures.number(Kind.RESERVATION_WRAPPING))
                .put("reservations_completed", figures.number(Kind.RESERVATION_COMPLETED));
    }

    /** Of every activity, also of one that is gone. */
    static List<View> durations(List<Activity> activities, Map<String, Lengths> lengths) {
        Map<String, Lengths> gone = new TreeMap<>(lengths);
        List<View> views = new ArrayList<>();
        for (Activity activity : activities) {
            gone.remove(activity.id());
            views.add(duration(activity.id(), activity.name(), lengths.getOrDefault(activity.id(), Lengths.NONE)));
        }
        gone.forEach((id, length) -> views.add(duration(id, "", length)));
        return views;
    }

    private static View duration(String id, String name, Lengths length) {
        return lengths(new View().put("sid", id).put("friendly_name", name), length);
    }

    private static View splits(Figures figures, SequencedSet<Duration> thresholds) {
        View splits = new View();
        thresholds.forEach(threshold -> splits.put(String.valueOf(threshold.toSeconds()), new View()
                .put("above", new View().put("tasks_canceled", figures.above(threshold, Kind.CANCELED))
                        .put("reservations_accepted", figures.above(threshold, Kind.RESERVATION_ACCEPTED)))
                .put("below", new View().put("tasks_canceled", figures.below(threshold, Kind.CANCELED))
                        .put("reservations_accepted", figures.below(threshold, Kind.RESERVATION_ACCEPTED)))));
        return splits;
    }

    private static View lengths(View view, Lengths lengths) {
        return view.put("avg", seconds(lengths.average()))
                .put("min", seconds(lengths.shortest()))
                .put("max", seconds(lengths.longest()))
                .put("total", seconds(lengths.total()));
    }

    private static long age(Optional<Since> item, Instant now) {
        return item.map(one -> Math.max(0, seconds(Duration.between(one.time(), now)))).orElse(0L);
    }

    private static long seconds(Duration length) {
        return Math.round(length.toMillis() / 1_000.0);
    }
}
