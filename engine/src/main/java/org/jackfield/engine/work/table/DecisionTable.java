package org.jackfield.engine.work.table;

import java.util.List;

/** A decision table as it is written: the texts of its head and its cells. Every row has a cell for each column. */
record DecisionTable(String name, HitPolicy hitPolicy, List<Column> inputs, List<Column> outputs, List<Row> rows) {

    DecisionTable {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        rows = List.copyOf(rows);
    }

    /** An input with its expression, or an output with its name, and the type that it is said to have (empty for any). */
    record Column(String text, String type) {}

    /** A row, counted from 1, and what it says of itself (empty when nothing). */
    record Row(int number, String note, List<String> tests, List<String> values) {
        Row {
            tests = List.copyOf(tests);
            values = List.copyOf(values);
        }
    }
}
