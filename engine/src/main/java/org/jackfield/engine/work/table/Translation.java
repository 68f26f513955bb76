package org.jackfield.engine.work.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jackfield.engine.work.policy.PolicyReader;
import org.jackfield.engine.work.policy.RoutingPolicy;
import org.jackfield.engine.work.table.TableProblem.Code;

/**
 * A decision table as a routing policy.
 *
 * @param name the decision's
 * @param ways the filters of the policy, in their order, as the rows that they stand for
 * @param document the policy's document; queues stand in it by their ids
 */
record Translation(String name, List<RoutedRow> rows, List<Way> ways, Map<String, Object> document,
        RoutingPolicy policy) {

    private static final int MOST_VALUES = 1_900;

    /**
     * Empty when there are problems.
     *
     * @param queues the id of the queue that a cell names by id or name
     */
    static Optional<Translation> of(String xml, Function<String, Optional<String>> queues, Findings findings) {
        return TableXml.read(xml, findings)
                .flatMap(table -> Heads.of(table, findings)
                        .flatMap(heads -> translate(table, heads, remembering(queues), findings)));
    }

    private static Optional<Translation> translate(DecisionTable table, Heads heads,
            Function<String, Optional<String>> queues, Findings findings) {
        RowReader reader = new RowReader(heads, queues, findings);
        List<RoutedRow> rows = table.rows().stream().flatMap(row -> reader.read(row).stream()).toList();
        if (!findings.isClean()) {
            return Optional.empty();
        }
        Overlaps.check(table.hitPolicy(), rows, findings);
        List<Way> ways = Ways.of(table.hitPolicy(), rows, findings);
        if (ways.stream().mapToInt(Way::size).sum() > MOST_VALUES) {
            findings.add(TableProblem.whole(Code.TOO_LARGE, "its policy has more than " + MOST_VALUES + " values"));
        }
        if (!findings.isClean()) {
            return Optional.empty();
        }
        Map<String, Object> document = Map.of("task_routing",
                Map.of("filters", ways.stream().map(way -> way.document(heads)).toList()));
        return policy(document, findings).map(policy -> new Translation(table.name(), rows, ways, document, policy));
    }

    private static Optional<RoutingPolicy> policy(Map<String, Object> document, Findings findings) {
        PolicyReader.Reading reading = PolicyReader.read(document, Optional::of);
        reading.problems()
                .forEach(problem -> findings.add(TableProblem.whole(Code.TOO_LARGE,
                        problem.path() + ": " + problem.detail())));
        return reading.policy();
    }

    private static Function<String, Optional<String>> remembering(Function<String, Optional<String>> queues) {
        Map<String, Optional<String>> known = new HashMap<>();
        return name -> known.computeIfAbsent(name, queues);
    }
}
