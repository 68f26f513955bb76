package org.jackfield.app.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.app.api.StatisticsDesk.Past;
import org.jackfield.engine.work.Activity;
import org.jackfield.engine.work.statistics.Figures;
import org.jackfield.engine.work.statistics.Slice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How much work a workspace has and had. */
@RestController
final class WorkspaceStatisticsResource {

    private static final String ONE = Wire.WORKSPACES + "/{WorkspaceSid}";

    private final StatisticsDesk statistics;
    private final WorkDesk desk;
    private final Wire wire;

    WorkspaceStatisticsResource(StatisticsDesk statistics, WorkDesk desk, Wire wire) {
        this.statistics = statistics;
        this.desk = desk;
        this.wire = wire;
    }

    @GetMapping(ONE + "/RealTimeStatistics")
    View live(Ask ask) {
        String workspace = desk.workspaceId(ask);
        return live(ask, workspace, head(ask, workspace, "RealTimeStatistics"));
    }

    @GetMapping(ONE + "/CumulativeStatistics")
    View past(Ask ask) {
        String workspace = desk.workspaceId(ask);
        Past past = statistics.past(ask);
        return StatisticsViews.pastOfWorkspace(head(ask, workspace, "CumulativeStatistics"),
                statistics.figures(statistics.all(ask, workspace), past), past);
    }

    @GetMapping(ONE + "/Statistics")
    View both(Ask ask) {
        String workspace = desk.workspaceId(ask);
        Past past = statistics.past(ask);
        Figures figures = statistics.figures(statistics.all(ask, workspace), past);
        return head(ask, workspace, "Statistics").put("realtime", live(ask, workspace, new View()))
                .put("cumulative", StatisticsViews
                        .endedReservations(StatisticsViews.pastOfWorkspace(new View(), figures, past), figures));
    }

    private View live(Ask ask, String workspace, View view) {
        Slice slice = statistics.all(ask, workspace);
        List<Activity> activities = statistics.activities(ask, workspace);
        Map<String, Integer> workers = statistics.workersByActivity(ask, workspace, Optional.empty());
        return StatisticsViews.items(view, statistics.open(slice), statistics.now())
                .put("activity_statistics", StatisticsViews.activities(activities, workers))
                .put("total_workers", StatisticsViews.number(activities, workers));
    }

    private View head(Ask ask, String workspace, String what) {
        return new View().put("account_sid", ask.sid())
                .put("workspace_sid", workspace)
                .put("url", wire.absolute(Wire.WORKSPACES + "/" + workspace + "/" + what));
    }
}
