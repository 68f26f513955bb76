package org.jackfield.engine.work.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a decision table as a modeler saves it (DMN 1.3). Immutable. */
public record DmnTable(String name, String head, List<Column> inputs, List<Column> outputs, List<List<String>> rows) {

    /** An input's expression or an output's name, and its type. */
    public record Column(String text, String type) {}

    /** A table of that name without columns; the hit policy as DMN spells it. */
    public static DmnTable named(String name, String hitPolicy) {
        return new DmnTable(name, "hitPolicy=\"" + hitPolicy + "\"", List.of(), List.of(), List.of());
    }

    public static DmnTable withPolicy(String hitPolicy) {
        return named("routing", hitPolicy);
    }

    /** Of the usual shape: the language chooses the queue. */
    public static DmnTable ofLanguages() {
        return withPolicy("FIRST").input("task.language", "string").output("queue", "string");
    }

    public DmnTable aggregating(String aggregation) {
        return new DmnTable(name, head + " aggregation=\"" + aggregation + "\"", inputs, outputs, rows);
    }

    public DmnTable input(String expression, String type) {
        return new DmnTable(name, head, with(inputs, new Column(expression, type)), outputs, rows);
    }

    public DmnTable output(String called, String type) {
        return new DmnTable(name, head, inputs, with(outputs, new Column(called, type)), rows);
    }

    /** The cells of a row: those of the inputs, then those of the outputs. */
    public DmnTable row(String... cells) {
        return new DmnTable(name, head, inputs, outputs, with(rows, Arrays.asList(cells)));
    }

    public String xml() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="defs" name="defs" namespace="ns">
                  <decision id="routing" name="%s">
                    <decisionTable id="table" %s>%s%s%s
                    </decisionTable>
                  </decision>
                </definitions>
                """
                .formatted(escaped(name), head, all(inputs, DmnTable::input), all(outputs, DmnTable::output),
                        drawnRows());
    }

    private static String all(List<Column> columns, java.util.function.Function<Column, String> drawn) {
        return columns.stream().map(drawn).collect(Collectors.joining());
    }

    private static String input(Column column) {
        return "\n<input><inputExpression typeRef=\"%s\"><text>%s</text></inputExpression></input>".formatted(
                column.type(), escaped(column.text()));
    }

    private static String output(Column column) {
        return "\n<output name=\"%s\" typeRef=\"%s\"/>".formatted(escaped(column.text()), column.type());
    }

    private String drawnRows() {
        return rows.stream().map(this::row).collect(Collectors.joining());
    }

    private String row(List<String> cells) {
        StringBuilder drawn = new StringBuilder("\n<rule>");
        for (int i = 0; i < cells.size(); i++) {
            String kind = i < inputs.size() ? "inputEntry" : "outputEntry";
            drawn.append("<%1$s><text>%2$s</text></%1$s>".formatted(kind, escaped(cells.get(i))));
        }
        return drawn.append("</rule>").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static <T> List<T> with(List<T> all, T more) {
        List<T> extended = new ArrayList<>(all);
        extended.add(more);
        return List.copyOf(extended);
    }
}
