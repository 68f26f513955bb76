package org.jackfield.engine.work.policy;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jackfield.engine.work.expression.Expression;
import org.jackfield.engine.work.expression.ExpressionException;
import org.jackfield.engine.work.expression.Ordering;
import org.jackfield.engine.work.expression.Scope;

/** Reads the expressions of a policy: mistakes and scopes that are not known there are problems, dead ones are warnings. */
final class ExpressionReader {

    private static final String OF_ITEM = Scope.TASK.prefix() + ".";

    private final Findings findings;

    ExpressionReader(Findings findings) {
        this.findings = findings;
    }

    Optional<Expression> read(String text, String path, Set<Scope> known) {
        try {
            Expression expression = Expression.parse(text, Scope.TASK);
            expression.warnings()
                    .forEach(warning -> findings.warning(path, PolicyProblem.Code.NEVER_TRUE,
                            warning.text() + " (position " + warning.position() + ")"));
            return Optional.of(expression).filter(read -> knows(read, path, known));
        } catch (ExpressionException e) {
            findings.problem(path, PolicyProblem.Code.BAD_EXPRESSION, e.getMessage() + ". " + e.kind().remedy());
            return Optional.empty();
        }
    }

    Optional<Ordering> ordering(String text, String path) {
        try {
            Ordering ordering = Ordering.parse(text);
            ordering.keys()
                    .stream()
                    .map(Ordering.Key::path)
                    .filter(key -> key.scope() != Scope.WORKER)
                    .forEach(key -> outOfScope(path, key, Set.of(Scope.WORKER)));
            return Optional.of(ordering);
        } catch (ExpressionException e) {
            findings.problem(path, PolicyProblem.Code.BAD_EXPRESSION, e.getMessage() + ". " + e.kind().remedy());
            return Optional.empty();
        }
    }

    /** A path of the item when it starts with {@code task.}, otherwise the text itself. */
    Optional<Expression.Operand> operand(String text, String path) {
        if (!text.toLowerCase(Locale.ROOT).startsWith(OF_ITEM)) {
            return Optional.of(new Expression.Constant(0, text));
        }
        try {
            return Ordering.parse(text).keys().stream().<Expression.Operand>map(Ordering.Key::path).findFirst();
        } catch (ExpressionException e) {
            findings.problem(path, PolicyProblem.Code.BAD_EXPRESSION, e.getMessage() + ". " + e.kind().remedy());
            return Optional.empty();
        }
    }

    private boolean knows(Expression expression, String path, Set<Scope> known) {
        Optional<Expression.Path> foreign = expression.paths()
                .filter(read -> !known.contains(read.scope()))
                .findFirst();
        foreign.ifPresent(read -> outOfScope(path, read, known));
        return foreign.isEmpty();
    }

    private void outOfScope(String path, Expression.Path read, Set<Scope> known) {
        findings.problem(path, PolicyProblem.Code.WRONG_SCOPE,
                "'%s.' at position %d is not known here; known are %s".formatted(read.scope().prefix(),
                        read.position(),
                        known.stream().sorted().map(Scope::prefix).collect(Collectors.joining("., ", "", "."))));
    }
}
