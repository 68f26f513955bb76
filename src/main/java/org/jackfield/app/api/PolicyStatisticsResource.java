package org.jackfield.app.api;

import java.util.Set;
import org.jackfield.app.api.StatisticsDesk.Past;
import org.jackfield.engine.work.PolicyDocument;
import org.jackfield.engine.work.statistics.Figures;
import org.jackfield.engine.work.statistics.Slice;
import org.jackfield.engine.work.statistics.Slice.Part;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How much work goes and went by a routing policy. */
@RestController
final class PolicyStatisticsResource {

    private static final String ONE = Wire.WORKSPACES + "/{WorkspaceSid}/Workflows/{WorkflowSid}";

    private final StatisticsDesk statistics;
    private final WorkDesk desk;
    private final Wire wire;

    PolicyStatisticsResource(StatisticsDesk statistics, WorkDesk desk, Wire wire) {
        this.statistics = statistics;
        this.desk = desk;
        this.wire = wire;
    }

    @GetMapping(ONE + "/RealTimeStatistics")
    View live(Ask ask) {
        PolicyDocument policy = policy(ask);
        return live(ask, policy, head(policy, "RealTimeStatistics"));
    }

    @GetMapping(ONE + "/CumulativeStatistics")
    View past(Ask ask) {
        PolicyDocument policy = policy(ask);
        Past past = statistics.past(ask);
        return StatisticsViews.pastOfPolicy(head(policy, "CumulativeStatistics"),
                statistics.figures(slice(ask, policy), past), past);
    }

    @GetMapping(ONE + "/Statistics")
    View both(Ask ask) {
        PolicyDocument policy = policy(ask);
        Past past = statistics.past(ask);
        Figures figures = statistics.figures(slice(ask, policy), past);
        return head(policy, "Statistics").put("realtime", live(ask, policy, new View()))
                .put("cumulative", StatisticsViews
                        .endedReservations(StatisticsViews.pastOfPolicy(new View(), figures, past), figures));
    }

    private View live(Ask ask, PolicyDocument policy, View view) {
        return StatisticsViews.items(view, statistics.open(slice(ask, policy)), statistics.now());
    }

    private PolicyDocument policy(Ask ask) {
        return desk.policy(ask, desk.workspaceId(ask), ask.path("WorkflowSid"));
    }

    private Slice slice(Ask ask, PolicyDocument policy) {
        return statistics.all(ask, policy.workspaceId()).only(Part.POLICIES, Set.of(policy.id()));
    }

    private View head(PolicyDocument policy, String what) {
        return new View().put("account_sid", policy.account().value())
                .put("workspace_sid", policy.workspaceId())
                .put("workflow_sid", policy.id())
                .put("url", wire.absolute(Wire.WORKSPACES + "/" + policy.workspaceId() + "/Workflows/" + policy.id()
                        + "/" + what));
    }
}
