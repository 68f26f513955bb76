package org.jackfield.engine.work.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jackfield.engine.work.expression.Expression;
import org.jackfield.engine.work.expression.Facts;
import org.jackfield.engine.work.expression.Scope;

/**
 * Reads a routing policy from its document, in the shape that existing SDKs send (an object {@code task_routing} with
 * {@code filters} and {@code default_filter}). Finds all problems at once; with one there is no policy.
 */
public final class PolicyReader {

    private static final int MOST_FILTERS = 1_000;
    private static final int MOST_TARGETS = 100;
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_EXPRESSION = 10_000;
    private static final long LONGEST_TIMEOUT = Duration.ofDays(14).toSeconds();
    private static final String ROOT = "task_routing";
    private static final Set<String> OF_FILTER = Set.of("filter_friendly_name", "friendly_name", "expression",
            "targets");
    private static final Set<String> OF_TARGET = Set.of("queue", "expression", "priority", "timeout", "order_by",
            "skip_if", "known_worker_sid", "known_worker_friendly_name");

    /** The policy, empty when there are problems; warnings do not refuse it. */
    public record Reading(Optional<RoutingPolicy> policy, List<PolicyProblem> problems, List<PolicyProblem> warnings) {}

    private final Findings findings = new Findings();
    private final ExpressionReader expressions = new ExpressionReader(findings);
    private final Function<String, Optional<String>> queues;

    private PolicyReader(Function<String, Optional<String>> queues) {
        this.queues = queues;
    }

    /**
     * @param document texts, numbers, booleans, lists and maps, as a JSON parser gives them
     * @param queues the id of the queue that a target names by id or name
     */
    public static Reading read(Map<String, ?> document, Function<String, Optional<String>> queues) {
        PolicyReader reader = new PolicyReader(queues);
        RoutingPolicy policy = reader.policy(new Node("", document, reader.findings));
        List<PolicyProblem> problems = reader.findings.problems();
        return new Reading(Optional.of(policy).filter(_ -> problems.isEmpty()), problems, reader.findings.warnings());
    }

    private RoutingPolicy policy(Node document) {
        document.warnOfOthersThan(Set.of(ROOT));
        Optional<Node> root = document.object(ROOT);
        if (root.isEmpty()) {
            if (!document.has(ROOT)) {
                findings.problem(ROOT, PolicyProblem.Code.MISSING, "an object is wanted");
            }
            return new RoutingPolicy(List.of(), Optional.empty());
        }
        Node routing = root.get();
        routing.warnOfOthersThan(Set.of("filters", "default_filter"));
        List<RoutingPolicy.Filter> filters = new ArrayList<>();
        for (Node node : routing.objects("filters", MOST_FILTERS)) {
            boolean reachable = filters.stream().noneMatch(before -> isAlways(before.condition()));
            if (!reachable) {
                findings.warning(node.pathOf("expression"), PolicyProblem.Code.UNREACHABLE,
                        "a filter before it takes every item");
            }
            filters.add(filter(node));
        }
        Optional<Target> otherwise = routing.object("default_filter").map(this::target);
        if (filters.isEmpty() && otherwise.isEmpty()) {
            findings.problem(routing.pathOf("filters"), PolicyProblem.Code.MISSING,
                    "a filter or a default_filter is wanted, else every item is cancelled at once");
        }
        return new RoutingPolicy(filters, otherwise);
    }

    private RoutingPolicy.Filter filter(Node node) {
        node.warnOfOthersThan(OF_FILTER);
        Optional<String> name = node.text("filter_friendly_name", LONGEST_NAME)
                .or(() -> node.text("friendly_name", LONGEST_NAME));
        Expression condition = node.requiredText("expression", LONGEST_EXPRESSION)
                .flatMap(text -> expressions.read(text, node.pathOf("expression"),
                        Set.of(Scope.TASK, Scope.CLOCK)))
                .orElseGet(() -> new Expression.Always(0, false));
        List<Target> targets = new ArrayList<>();
        for (Node target : node.objects("targets", MOST_TARGETS)) {
            if (!targets.isEmpty() && staysForEver(targets.getLast())) {
                findings.warning(target.pathOf("queue"), PolicyProblem.Code.UNREACHABLE,
                        "the target before it has neither timeout nor skip_if");
            }
            targets.add(target(target));
        }
        if (targets.isEmpty()) {
            findings.problem(node.pathOf("targets"), PolicyProblem.Code.MISSING, "at least one target is wanted");
        }
        return new RoutingPolicy.Filter(name.orElse(""), condition, targets);
    }

    private Target target(Node node) {
        node.warnOfOthersThan(OF_TARGET);
        Optional<String> queue = node.requiredText("queue", LONGEST_NAME).flatMap(named -> queue(node, named));
        OptionalLong priority = node.number("priority", 0, Integer.MAX_VALUE);
        OptionalLong timeout = node.number("timeout", 1, LONGEST_TIMEOUT);
        Optional<Expression> workers = node.text("expression", LONGEST_EXPRESSION)
                .flatMap(text -> expressions.read(text, node.pathOf("expression"),
                        Set.of(Scope.TASK, Scope.CLOCK, Scope.WORKER)));
        Optional<Expression> skipIf = node.text("skip_if", LONGEST_EXPRESSION)
                .flatMap(text -> expressions.read(text, node.pathOf("skip_if"),
                        Set.of(Scope.TASK, Scope.CLOCK, Scope.WORKERS)));
        return new Target(queue.orElse(""), workers,
                priority.isPresent() ? OptionalInt.of((int) priority.getAsLong()) : OptionalInt.empty(),
                timeout.stream().mapToObj(Duration::ofSeconds).findFirst(), preference(node), skipIf);
    }

    private Optional<String> queue(Node node, String named) {
        Optional<String> queue = queues.apply(named);
        if (queue.isEmpty()) {
            findings.problem(node.pathOf("queue"), PolicyProblem.Code.UNKNOWN_QUEUE, "no queue '" + named + "'");
        }
        return queue;
    }

    private Target.Preference preference(Node node) {
        Optional<String> id = node.text("known_worker_sid", LONGEST_NAME);
        Optional<String> name = node.text("known_worker_friendly_name", LONGEST_NAME);
        if (id.isPresent() && name.isPresent()) {
            findings.problem(node.pathOf("known_worker_friendly_name"), PolicyProblem.Code.AMBIGUOUS,
                    "known_worker_sid is there too");
        }
        Optional<Expression.Operand> known = id.isPresent()
                ? id.flatMap(text -> expressions.operand(text, node.pathOf("known_worker_sid")))
                : name.flatMap(text -> expressions.operand(text, node.pathOf("known_worker_friendly_name")));
        return known.<Target.Preference>map(Target.Preference.Known::new)
                .or(() -> node.text("order_by", LONGEST_EXPRESSION)
                        .flatMap(text -> expressions.ordering(text, node.pathOf("order_by")))
                        .map(Target.Preference.By::new))
                .orElseGet(Target.Preference.LongestIdle::new);
    }

    private static boolean isAlways(Expression condition) {
        return condition.paths().findAny().isEmpty()
                && condition.matches(Facts.ofWorker(Map.of()));
    }

    private static boolean staysForEver(Target target) {
        return target.timeout().isEmpty() && target.skipIf().isEmpty();
    }
}
