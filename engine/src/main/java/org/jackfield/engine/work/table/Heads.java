package org.jackfield.engine.work.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jackfield.engine.work.expression.Expression;
import org.jackfield.engine.work.expression.Scope;
import org.jackfield.engine.work.table.DecisionTable.Column;
import org.jackfield.engine.work.table.TableProblem.Code;

/** What the columns are about: the attributes that inputs ask for, and which of the targets' members outputs set. */
record Heads(List<Input> inputs, List<Output> outputs) {

    private static final Pattern PATH = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*(\\.[\\p{L}_][\\p{L}\\p{N}_]*)*");
    private static final Set<String> ITEM = Set.of("task", "attributes");
    private static final Set<String> OF_THE_CLOCK = Set.of("currentTime", "currentHour", "currentMin", "dayOfWeek");
    private static final Map<String, Kind> TYPES = Map.of("", Kind.ANY, "any", Kind.ANY, "string", Kind.TEXT, "number",
            Kind.NUMBER, "integer", Kind.NUMBER, "long", Kind.NUMBER, "double", Kind.NUMBER, "boolean", Kind.BOOLEAN);

    /** What type the values of a column have. */
    enum Kind {
        ANY,
        TEXT,
        NUMBER,
        BOOLEAN;

        boolean admits(Object value) {
            return switch (this) {
                case ANY -> true;
                case TEXT -> value instanceof String;
                case NUMBER -> value instanceof BigDecimal;
                case BOOLEAN -> value instanceof Boolean;
            };
        }
    }

    /** A member of a target; {@code document} is its name in a policy's document. */
    enum Output {
        QUEUE("queue", "queue", Kind.TEXT),
        PRIORITY("priority", "priority", Kind.NUMBER),
        TIMEOUT("timeout", "timeout", Kind.NUMBER),
        WORKERS("workers", "expression", Kind.TEXT),
        ORDER_BY("orderBy", "order_by", Kind.TEXT),
        SKIP_IF("skipIf", "skip_if", Kind.TEXT),
        KNOWN_WORKER("knownWorker", "known_worker_friendly_name", Kind.TEXT);

        final String column;
        final String document;
        final Kind kind;

        Output(String column, String document, Kind kind) {
            this.column = column;
            this.document = document;
            this.kind = kind;
        }

        static Optional<Output> named(String column) {
            for (Output output : values()) {
                if (output.column.equals(column)) {
                    return Optional.of(output);
                }
            }
            return Optional.empty();
        }
    }

    /** An input and the name that it has in messages. */
    record Input(String column, Expression.Path path, Kind kind) {}

    /** Empty when a column is wrong. */
    static Optional<Heads> of(DecisionTable table, Findings findings) {
        Heads heads = new Heads(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < table.inputs().size(); i++) {
            input(table.inputs().get(i), i + 1, findings).ifPresent(heads.inputs::add);
        }
        for (Column column : table.outputs()) {
            output(column, findings).ifPresent(heads.outputs::add);
        }
        twice(heads.inputs.stream().map(input -> input.path().text()).toList(), findings);
        twice(heads.outputs.stream().map(output -> output.column).toList(), findings);
        if (!heads.outputs.contains(Output.QUEUE) && findings.isClean()) {
            findings.add(TableProblem.whole(Code.QUEUE_COLUMN_MISSING, ""));
        }
        return Optional.of(heads).filter(_ -> findings.isClean());
    }

    private static Optional<Input> input(Column column, int number, Findings findings) {
        String text = column.text();
        Optional<Expression.Path> path = path(text);
        Optional<Kind> kind = Optional.ofNullable(TYPES.get(column.type().toLowerCase(Locale.ROOT)));
        if (path.isEmpty()) {
            findings.add(TableProblem.column(text.isEmpty() ? "input " + number : text, Code.INPUT_EXPRESSION,
                    "it says " + (text.isEmpty() ? "nothing" : text)));
        }
        if (kind.isEmpty()) {
            findings.add(TableProblem.column(text, Code.COLUMN_TYPE, column.type()));
        }
        return path.flatMap(one -> kind.map(type -> new Input(text, one, type)));
    }

    private static Optional<Expression.Path> path(String text) {
        if (!PATH.matcher(text).matches()) {
            return Optional.empty();
        }
        List<String> steps = List.of(text.split("\\.", -1));
        if (steps.size() > 1 && ITEM.contains(steps.getFirst())) {
            return Optional.of(path(Scope.TASK, steps.subList(1, steps.size())));
        }
        if (steps.size() == 2 && steps.getFirst().equals(Scope.CLOCK.prefix())) {
            return Optional.of(steps.getLast())
                    .filter(OF_THE_CLOCK::contains)
                    .map(one -> path(Scope.CLOCK, List.of(one)));
        }
        boolean isOther = steps.size() > 1
                && (steps.getFirst().equals(Scope.WORKER.prefix()) || steps.getFirst().equals(Scope.WORKERS.prefix()));
        return isOther ? Optional.empty() : Optional.of(path(Scope.TASK, steps));
    }

    private static Expression.Path path(Scope scope, List<String> steps) {
        return new Expression.Path(0, scope, List.copyOf(steps));
    }

    private static Optional<Output> output(Column column, Findings findings) {
        Optional<Output> output = Output.named(column.text());
        Optional<Kind> kind = Optional.ofNullable(TYPES.get(column.type().toLowerCase(Locale.ROOT)));
        if (output.isEmpty()) {
            findings.add(TableProblem.column(column.text(), Code.OUTPUT_UNKNOWN,
                    "its name is " + (column.text().isEmpty() ? "empty" : column.text())));
        } else if (kind.filter(type -> type == Kind.ANY || type == output.get().kind).isEmpty()) {
            findings.add(TableProblem.column(column.text(), Code.COLUMN_TYPE, column.type()));
        }
        return output;
    }

    private static void twice(List<String> names, Findings findings) {
        Set<String> seen = new HashSet<>();
        names.stream()
                .filter(name -> !seen.add(name))
                .forEach(name -> findings.add(TableProblem.column(name, Code.TWICE, name)));
    }
}
