package org.jackfield.app.api;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.work.Queue;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How the queues are that a JSON document names. One that is unknown or foreign has no work and nobody. */
@RestController
final class QueueBulkResource {

    private static final String QUEUES = Wire.WORKSPACES + "/{WorkspaceSid}/TaskQueues";
    private static final String NAMES = "QueueSids";
    private static final int MOST = 50;

    private final StatisticsDesk statistics;
    private final WorkDesk desk;
    private final Wire wire;

    QueueBulkResource(StatisticsDesk statistics, WorkDesk desk, Wire wire) {
        this.statistics = statistics;
        this.desk = desk;
        this.wire = wire;
    }

    @PostMapping(QUEUES + "/RealTimeStatistics")
    View live(Ask ask, @RequestBody(required = false) @Nullable String document) {
        String workspace = desk.workspaceId(ask);
        Set<String> wanted = wanted(document == null ? "" : document);
        List<Queue> queues = desk.read(() -> desk.stores().queues().findAll(ask.account(), workspace, wanted));
        QueuesNow now = QueuesNow.of(ask, workspace, queues, statistics);
        return new View().put("account_sid", ask.sid())
                .put("workspace_sid", workspace)
                .put("task_queue_data", wanted.stream()
                        .map(id -> now.put(id, new View().put("task_queue_sid", id), false))
                        .toList())
                .put("task_queue_response_count", wanted.size())
                .put("url", wire.absolute(Wire.WORKSPACES + "/" + workspace + "/TaskQueues/RealTimeStatistics"));
    }

    /** The name of the list is written in either case by those who send it. */
    private static Set<String> wanted(String document) {
        Set<String> wanted = new LinkedHashSet<>();
        for (Map.Entry<String, Object> member : JsonParam.read("body", document).entrySet()) {
            if (!member.getKey().equalsIgnoreCase(NAMES) || !(member.getValue() instanceof List<?> ids)) {
                throw Params.invalid("body", "holds a list of 1 to " + MOST + " queues as " + NAMES);
            }
            ids.forEach(id -> wanted.add(String.valueOf(id)));
        }
        if (wanted.isEmpty() || wanted.size() > MOST || !wanted.stream().allMatch(IdPrefix.QUEUE::matches)) {
            throw Params.invalid("body", "holds a list of 1 to " + MOST + " queues as " + NAMES);
        }
        return wanted;
    }
}
