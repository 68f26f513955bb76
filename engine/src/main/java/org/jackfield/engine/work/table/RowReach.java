package org.jackfield.engine.work.table;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jackfield.engine.work.Worker;
import org.jackfield.engine.work.WorkerFacts;
import org.jackfield.engine.work.expression.Explanation;
import org.jackfield.engine.work.expression.Expression;
import org.jackfield.engine.work.expression.Facts;
import org.jackfield.engine.work.expression.Scope;
import org.jackfield.engine.work.policy.Target;

/** Whether workers may match a row, and what keeps those away who may not. Confined to one check. */
final class RowReach {

    private static final int MOST_REASONS = 3;
    /** What changes from one moment to the next keeps nobody away for good. */
    private static final Set<String> PASSING = Set.of("activity_name", "activity_sid", "channel");

    /** How many workers something keeps away, and one of them as an example. */
    private record Reason(int workers, String what, String example) {
        String text() {
            return workers + " fail " + what + (example.isEmpty() ? "" : " (" + example + ")");
        }
    }

    private final RoutedRow row;
    private final String queue;
    private final Optional<Expression> ofQueue;
    private final Map<String, Reason> reasons = new LinkedHashMap<>();

    RowReach(RoutedRow row, String queue, Optional<Expression> ofQueue) {
        this.row = row;
        this.queue = queue;
        this.ofQueue = ofQueue;
    }

    int number() {
        return row.number();
    }

    /** Whether some item could be offered to him; remembers why not. */
    boolean mayMatch(Worker worker) {
        Facts facts = Facts.ofWorker(WorkerFacts.of(worker, ""));
        Optional<Reason> reason = otherIsWanted(worker)
                .or(() -> unmet(ofQueue, "of queue '" + queue + "'", worker, facts))
                .or(() -> unmet(row.target().workers(), "of the row", worker, facts))
                .or(() -> unmetTogether(facts));
        reason.ifPresent(one -> reasons.merge(one.what(), one,
                (first, _) -> new Reason(first.workers() + 1, first.what(), first.example())));
        return reason.isEmpty();
    }

    /** What keeps them away, the most frequent first. */
    String reasons() {
        return reasons.values()
                .stream()
                .sorted(Comparator.comparingInt((Reason reason) -> reason.workers()).reversed())
                .limit(MOST_REASONS)
                .map(Reason::text)
                .collect(Collectors.joining("; "));
    }

    private Optional<Reason> otherIsWanted(Worker worker) {
        return row.target().preference() instanceof Target.Preference.Known(Expression.Constant(int _, Object known))
                && known instanceof String name && !name.equals(worker.id()) && !name.equalsIgnoreCase(worker.name())
                        ? Optional.of(new Reason(1, "to be '" + name + "', who alone is wanted", ""))
                        : Optional.empty();
    }

    private static Optional<Reason> unmet(Optional<Expression> condition, String whose, Worker worker, Facts facts) {
        return condition.filter(one -> left(one, facts).isNeverTrue()).map(one -> {
            boolean isAboutHimAlone = one.paths().allMatch(path -> path.scope() == Scope.WORKER);
            Optional<Explanation.Reason> first = one.explain(facts).reasons().stream().findFirst();
            return first.filter(_ -> isAboutHimAlone)
                    .map(reason -> new Reason(1, reason.comparison() + " " + whose,
                            worker.name() + ": " + reason.seen()))
                    .orElseGet(() -> new Reason(1, one.text() + " " + whose, ""));
        });
    }

    /** Each condition can be met, but not all of them for one item. */
    private Optional<Reason> unmetTogether(Facts facts) {
        List<Expression> all = Stream.of(Optional.of(row.matched().condition()), ofQueue, row.target().workers())
                .flatMap(Optional::stream)
                .map(one -> left(one, facts))
                .toList();
        return new Expression.AllOf(0, all).isNeverTrue()
                ? Optional.of(new Reason(1, "the conditions of queue and row for the items that the row takes", ""))
                : Optional.empty();
    }

    /** What is left to ask once the worker is known, but not what he does just now. */
    private static Expression left(Expression condition, Facts facts) {
        return switch (condition) {
            case Expression.Always always -> always;
            case Expression.AnyOf(int at, List<Expression> terms) -> new Expression.AnyOf(at, left(terms, facts));
            case Expression.AllOf(int at, List<Expression> terms) -> new Expression.AllOf(at, left(terms, facts));
            case Expression.Not(int at, Expression term) -> new Expression.Not(at, left(term, facts));
            case Expression.Comparison comparison -> comparison.paths().anyMatch(RowReach::isPassing)
                    ? comparison
                    : comparison.given(facts, Set.of(Scope.WORKER));
        };
    }

    private static List<Expression> left(List<Expression> terms, Facts facts) {
        return terms.stream().map(term -> left(term, facts)).toList();
    }

    private static boolean isPassing(Expression.Path path) {
        return path.scope() == Scope.WORKER && path.steps().getFirst() instanceof String name && PASSING.contains(name);
    }
}
