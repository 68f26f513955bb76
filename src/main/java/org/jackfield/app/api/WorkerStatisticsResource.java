package org.jackfield.app.api;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jackfield.app.api.StatisticsDesk.Past;
import org.jackfield.engine.work.Activity;
import org.jackfield.engine.work.Queue;
import org.jackfield.engine.work.Worker;
import org.jackfield.engine.work.statistics.Figures;
import org.jackfield.engine.work.statistics.Slice;
import org.jackfield.engine.work.statistics.Slice.Part;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What workers do and did: all of them, those of a queue, or one. */
@RestController
final class WorkerStatisticsResource {

    private static final String WORKERS = Wire.WORKSPACES + "/{WorkspaceSid}/Workers";

    private final StatisticsDesk statistics;
    private final WorkDesk desk;
    private final Wire wire;

    WorkerStatisticsResource(StatisticsDesk statistics, WorkDesk desk, Wire wire) {
        this.statistics = statistics;
        this.desk = desk;
        this.wire = wire;
    }

    @GetMapping(WORKERS + "/RealTimeStatistics")
    View live(Ask ask) {
        String workspace = desk.workspaceId(ask);
        return live(ask, workspace, statistics.takersByActivity(ask, workspace),
                head(ask, workspace, "/RealTimeStatistics"));
    }

    @GetMapping(WORKERS + "/CumulativeStatistics")
    View past(Ask ask) {
        String workspace = desk.workspaceId(ask);
        Past past = statistics.past(ask);
        Slice slice = statistics.all(ask, workspace);
        return past(ask, slice, past, statistics.figures(slice, past), head(ask, workspace, "/CumulativeStatistics"));
    }

    @GetMapping(WORKERS + "/Statistics")
    View both(Ask ask) {
        String workspace = desk.workspaceId(ask);
        Optional<Set<String>> wanted = wanted(ask, workspace);
        Slice all = statistics.all(ask, workspace);
        return head(ask, workspace, "/Statistics").put("realtime",
                live(ask, workspace, statistics.workersByActivity(ask, workspace, wanted), new View()))
                .put("cumulative", past(ask, wanted.map(ids -> all.only(Part.WORKERS, ids)).orElse(all)));
    }

    @GetMapping(WORKERS + "/{WorkerSid}/Statistics")
    View one(Ask ask) {
        Worker worker = desk.worker(ask, desk.workspaceId(ask), ask.path("WorkerSid"));
        Slice slice = statistics.all(ask, worker.workspaceId()).only(Part.WORKERS, Set.of(worker.id()));
        return head(ask, worker.workspaceId(), "/" + worker.id() + "/Statistics").put("worker_sid", worker.id())
                .put("cumulative", past(ask, slice));
    }

    private View past(Ask ask, Slice slice) {
        Past past = statistics.past(ask);
        Figures figures = statistics.figures(slice, past);
        return StatisticsViews.endedReservations(past(ask, slice, past, figures, new View()), figures);
    }

    private View past(Ask ask, Slice slice, Past past, Figures figures, View view) {
        return StatisticsViews.reservations(view, figures, past)
                .put("activity_durations", StatisticsViews.durations(statistics.activities(ask, slice.workspaceId()),
                        statistics.lengths(slice, past.period())));
    }

    private View live(Ask ask, String workspace, Map<String, Integer> workers, View view) {
        List<Activity> activities = statistics.activities(ask, workspace);
        return view.put("total_workers", StatisticsViews.number(activities, workers))
                .put("activity_statistics", StatisticsViews.activities(activities, workers));
    }

    /** Who is asked for; empty when everybody is. Queues and workers that there are not have nobody. */
    private Optional<Set<String>> wanted(Ask ask, String workspace) {
        Params params = ask.params();
        List<Set<String>> conditions = Stream.of(params.text("TaskQueueSid")
                .map(id -> workersOf(desk.read(() -> desk.stores().queues().find(ask.account(), workspace, id)))),
                params.text("TaskQueueName")
                        .map(name -> workersOf(
                                desk.read(() -> desk.stores().queues().findIn(ask.account(), workspace, name)))),
                params.text("FriendlyName").map(name -> named(ask, workspace, name)))
                .flatMap(Optional::stream)
                .toList();
        return conditions.stream().reduce((one, other) -> {
            Set<String> both = new HashSet<>(one);
            both.retainAll(other);
            return both;
        });
    }

    private Set<String> workersOf(Optional<Queue> queue) {
        return queue.map(statistics::workersOf).orElse(Set.of());
    }

    private Set<String> named(Ask ask, String workspace, String name) {
        return desk.read(() -> desk.stores().workers().findByName(ask.account(), workspace, name))
                .map(worker -> Set.of(worker.id()))
                .orElse(Set.of());
    }

    private View head(Ask ask, String workspace, String what) {
        return new View().put("account_sid", ask.sid())
                .put("workspace_sid", workspace)
                .put("url", wire.absolute(Wire.WORKSPACES + "/" + workspace + "/Workers" + what));
    }
}
