package org.jackfield.app.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.app.api.StatisticsDesk.Past;
import org.jackfield.engine.work.Queue;
import org.jackfield.engine.work.statistics.Figures;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How much work queues have and had, and who serves them: one, or a page of them. */
@RestController
final class QueueStatisticsResource {

    private static final String QUEUES = Wire.WORKSPACES + "/{WorkspaceSid}/TaskQueues";
    private static final String ONE = QUEUES + "/{TaskQueueSid}";

    private final StatisticsDesk statistics;
    private final WorkDesk desk;
    private final Wire wire;

    QueueStatisticsResource(StatisticsDesk statistics, WorkDesk desk, Wire wire) {
        this.statistics = statistics;
        this.desk = desk;
        this.wire = wire;
    }

    @GetMapping(ONE + "/RealTimeStatistics")
    View live(Ask ask) {
        Queue queue = queue(ask);
        QueuesNow now = QueuesNow.of(ask, queue.workspaceId(), List.of(queue), statistics);
        return now.put(queue.id(), addressed(queue, "RealTimeStatistics"), true);
    }

    @GetMapping(ONE + "/CumulativeStatistics")
    View past(Ask ask) {
        Queue queue = queue(ask);
        Past past = statistics.past(ask);
        return StatisticsViews.pastOfQueue(addressed(queue, "CumulativeStatistics"),
                statistics.figures(statistics.queues(ask, queue.workspaceId(), List.of(queue)), past), past);
    }

    @GetMapping(ONE + "/Statistics")
    View both(Ask ask) {
        Queue queue = queue(ask);
        Past past = statistics.past(ask);
        return both(addressed(queue, "Statistics"), queue,
                QueuesNow.of(ask, queue.workspaceId(), List.of(queue), statistics),
                statistics.figures(statistics.queues(ask, queue.workspaceId(), List.of(queue)), past), past);
    }

    /** A page of queues; what each had and has is read for all of them at once. */
    @GetMapping(QUEUES + "/Statistics")
    View list(Ask ask) {
        String workspace = desk.workspaceId(ask);
        Past past = statistics.past(ask);
        Optional<String> name = ask.params().text("FriendlyName");
        List<Queue> read = desk.read(() -> desk.stores().queues().list(ask.account(), workspace, ask.page().paging()));
        QueuesNow now = QueuesNow.of(ask, workspace, read, statistics);
        Map<String, Figures> figures = statistics.figuresByQueue(statistics.queues(ask, workspace, read), past);
        return ask.page()
                .meta(new PageOf.Shape<>("task_queues_statistics", Queue::id, (Queue queue) -> both(head(queue), queue,
                        now, figures.getOrDefault(queue.id(), Figures.NONE), past))
                        .only(queue -> name.map(queue.name()::equals).orElse(true)), read, wire);
    }

    private static View both(View view, Queue queue, QueuesNow now, Figures figures, Past past) {
        return view.put("realtime", now.put(queue.id(), new View(), true))
                .put("cumulative", StatisticsViews
                        .endedReservations(StatisticsViews.pastOfQueue(new View(), figures, past), figures));
    }

    private Queue queue(Ask ask) {
        return desk.queue(ask, desk.workspaceId(ask), ask.path("TaskQueueSid"));
    }

    private View addressed(Queue queue, String what) {
        return head(queue).put("url", wire.absolute(Wire.WORKSPACES + "/" + queue.workspaceId() + "/TaskQueues/"
                + queue.id() + "/" + what));
    }

    private static View head(Queue queue) {
        return new View().put("account_sid", queue.account().value())
                .put("workspace_sid", queue.workspaceId())
                .put("task_queue_sid", queue.id());
    }
}
