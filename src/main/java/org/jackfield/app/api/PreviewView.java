package org.jackfield.app.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.work.table.DecisionTableAdministration.Foreseen;
import org.jackfield.engine.work.table.Preview;
import org.jackfield.engine.work.table.TableProblem;
import org.jspecify.annotations.Nullable;

/** What a decision table would have done, as it is answered; queues are shown with their names. */
record PreviewView(Map<String, String> queueNames) {

    View of(Foreseen foreseen) {
        Preview preview = foreseen.preview();
        View fates = new View();
        preview.fates().forEach((fate, items) -> fates.put(fate.word(), items));
        return new View().put("since", preview.since().toString())
                .put("looked_at", preview.lookedAt())
                .put("complete", preview.complete())
                .put("fates", fates)
                .put("rows", preview.rows()
                        .entrySet()
                        .stream()
                        .map(row -> new View().put("row", row.getKey()).put("items", row.getValue()))
                        .toList())
                .put("queues", preview.queues()
                        .entrySet()
                        .stream()
                        .map(queue -> queue(queue.getKey()).put("were", queue.getValue().were())
                                .put("would_be", queue.getValue().wouldBe()))
                        .toList())
                .put("differences", preview.differences().stream().map(this::difference).toList())
                .put("problems", problems(foreseen.problems()))
                .put("warnings", problems(foreseen.warnings()));
    }

    static List<View> problems(List<TableProblem> problems) {
        return problems.stream()
                .map(problem -> new View().put("row", problem.row())
                        .put("column", problem.column())
                        .put("code", problem.code())
                        .put("cause", problem.cause())
                        .put("remedy", problem.remedy()))
                .toList();
    }

    private View difference(Preview.Difference difference) {
        return new View().put("work_item", difference.workItemId())
                .put("created", difference.created().toString())
                .put("fate", difference.fate().word())
                .put("was", spot(Optional.of(difference.was()).filter(spot -> !spot.queueId().isEmpty())))
                .put("row", difference.row())
                .put("would_be", spot(difference.wouldBe()));
    }

    private @Nullable View spot(Optional<Preview.Spot> spot) {
        return spot.map(one -> queue(one.queueId()).put("priority", one.priority())).orElse(null);
    }

    private View queue(String id) {
        return new View().put("queue", id).put("name", queueNames.getOrDefault(id, ""));
    }
}
