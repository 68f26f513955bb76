package org.jackfield.engine.work.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jackfield.engine.work.expression.Expression;

/** The rows whose targets an item gets, one after the other: a filter of the routing policy. */
record Way(List<RoutedRow> rows) {

    private static final int LONGEST_NAME = 200;

    Way {
        rows = List.copyOf(rows);
    }

    /** The filter as a policy's document has it. */
    Map<String, Object> document(Heads heads) {
        Map<String, Object> filter = new LinkedHashMap<>();
        filter.put("filter_friendly_name", name());
        filter.put("expression", condition(heads, rows.stream().map(RoutedRow::cells).toList()));
        filter.put("targets", rows.stream().map(RoutedRow::document).toList());
        return filter;
    }

    /** How many values the filter adds to the document. */
    int size() {
        return rows.stream().mapToInt(row -> row.document().size() + 1).sum() + 4;
    }

    /** What an item must be that all of these rows match. */
    static String condition(Heads heads, List<List<Cell>> rows) {
        List<Expression> terms = new ArrayList<>();
        for (int i = 0; i < heads.inputs().size(); i++) {
            int input = i;
            tightest(rows.stream().map(cells -> cells.get(input)).toList())
                    .forEach(cell -> terms.add(cell.on(heads.inputs().get(input).path())));
        }
        return switch (terms.size()) {
            case 0 -> new Expression.Always(0, true).text();
            case 1 -> terms.getFirst().text();
            default -> new Expression.AllOf(0, terms).text();
        };
    }

    /** Without those that ask for nothing more than another one does. */
    private static List<Cell> tightest(List<Cell> cells) {
        List<Cell> kept = new ArrayList<>();
        for (Cell cell : cells) {
            Extent extent = cell.extent();
            if (!cell.isAnything() && kept.stream().noneMatch(other -> extent.covers(other.extent()))) {
                kept.removeIf(other -> other.extent().covers(extent));
                kept.add(cell);
            }
        }
        return kept;
    }

    private String name() {
        String numbers = rows.stream().map(row -> String.valueOf(row.number())).collect(Collectors.joining(", "));
        String notes = rows.stream()
                .map(RoutedRow::note)
                .filter(note -> !note.isEmpty())
                .collect(Collectors.joining(", "));
        String name = (rows.size() == 1 ? "row " : "rows ") + numbers + (notes.isEmpty() ? "" : ": " + notes);
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
