package org.jackfield.engine.work.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.work.expression.Expression;
import org.jackfield.engine.work.policy.PolicyProblem;
import org.jackfield.engine.work.policy.PolicyReader;
import org.jackfield.engine.work.policy.RoutingPolicy;
import org.jackfield.engine.work.policy.Target;
import org.jackfield.engine.work.table.Heads.Input;
import org.jackfield.engine.work.table.Heads.Output;
import org.jackfield.engine.work.table.TableProblem.Code;

/** Understands rows: each input's cell as tests, and the outputs' cells together as one target of a routing policy. */
final class RowReader {

    private static final String QUEUE = Output.QUEUE.document;
    private static final String TARGET = ".targets[0].";
    private static final String EVERYTHING = new Expression.Always(0, true).text();

    private final Heads heads;
    private final Function<String, Optional<String>> queues;
    private final Findings findings;

    /** @param queues the id of the queue that a cell names by id or name */
    RowReader(Heads heads, Function<String, Optional<String>> queues, Findings findings) {
        this.heads = heads;
        this.queues = queues;
        this.findings = findings;
    }

    /** Empty when a cell is wrong. */
    Optional<RoutedRow> read(DecisionTable.Row row) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < heads.inputs().size(); i++) {
            cell(row, heads.inputs().get(i), row.tests().get(i)).ifPresent(cells::add);
        }
        boolean isRead = cells.size() == heads.inputs().size();
        String condition = isRead ? Way.condition(heads, List.of(cells)) : EVERYTHING;
        return document(row).flatMap(members -> filter(row.number(), condition, members)
                .filter(_ -> isRead)
                .map(filter -> routed(row, cells, filter, members)));
    }

    private static RoutedRow routed(DecisionTable.Row row, List<Cell> cells, RoutingPolicy.Filter filter,
            Map<String, Object> members) {
        Target target = filter.targets().getFirst();
        members.put(QUEUE, target.queueId());
        return new RoutedRow(row.number(), row.note(), RoutedRow.Matched.by(cells, filter.condition()), members,
                target);
    }

    private Optional<Cell> cell(DecisionTable.Row row, Input input, String text) {
        try {
            Cell cell = CellReader.tests(text);
            if (cell.tests().stream().allMatch(test -> input.kind().admits(test.sample()))) {
                return Optional.of(cell);
            }
            findings.add(TableProblem.cell(row.number(), input.column(), Code.CELL_TYPE, "it says " + text));
        } catch (CellException e) {
            findings.add(e.at(row.number(), input.column()));
        }
        return Optional.empty();
    }

    private Optional<Map<String, Object>> document(DecisionTable.Row row) {
        Map<String, Object> members = new LinkedHashMap<>();
        boolean isRead = true;
        for (int i = 0; i < heads.outputs().size(); i++) {
            Output output = heads.outputs().get(i);
            try {
                Optional<Object> value = CellReader.value(row.values().get(i));
                if (value.isPresent() && !output.kind.admits(value.get())) {
                    throw new CellException(Code.CELL_TYPE, "it says " + row.values().get(i));
                }
                value.ifPresent(one -> members.put(member(output, one), plain(one)));
            } catch (CellException e) {
                findings.add(e.at(row.number(), output.column));
                isRead = false;
            }
        }
        return isRead ? Optional.of(members) : Optional.empty();
    }

    private static String member(Output output, Object value) {
        return output == Output.KNOWN_WORKER && IdPrefix.WORKER.matches(value.toString())
                ? "known_worker_sid"
                : output.document;
    }

    private static Object plain(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value;
    }

    /** As every policy's is read, so that the same is refused for the same reasons. */
    private Optional<RoutingPolicy.Filter> filter(int row, String condition, Map<String, Object> members) {
        PolicyReader.Reading reading = PolicyReader.read(Map.of("task_routing", Map.of("filters", List.of(
                Map.of("expression", condition, "targets", List.of(members))))), queues);
        reading.problems().forEach(problem -> findings.add(TableProblem.cell(row, column(problem), problem)));
        reading.warnings().forEach(warning -> findings.warn(TableProblem.cell(row, column(warning), warning)));
        return reading.policy().map(policy -> policy.filters().getFirst());
    }

    private static String column(PolicyProblem problem) {
        int at = problem.path().indexOf(TARGET);
        String member = at < 0 ? "" : problem.path().substring(at + TARGET.length());
        for (Output output : Output.values()) {
            if (output.document.equals(member)) {
                return output.column;
            }
        }
        return member.startsWith("known_worker") ? Output.KNOWN_WORKER.column : "";
    }
}
