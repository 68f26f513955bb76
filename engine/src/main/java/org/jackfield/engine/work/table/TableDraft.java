package org.jackfield.engine.work.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jackfield.engine.work.table.DecisionTable.Column;
import org.jackfield.engine.work.table.DecisionTable.Row;
import org.jackfield.engine.work.table.TableProblem.Code;

/** A table while its XML is read, element after element. */
final class TableDraft {

    private static final int MOST_COLUMNS = 50;
    private static final int MOST_ROWS = 500;

    private static final class Drawn {
        private final List<String> tests = new ArrayList<>();
        private final List<String> values = new ArrayList<>();
        private String note = "";
    }

    private final Findings findings;
    private final List<Column> inputs = new ArrayList<>();
    private final List<Column> outputs = new ArrayList<>();
    private final List<Drawn> rows = new ArrayList<>();
    private String name = "";
    private String type = "";
    private Optional<HitPolicy> hitPolicy = Optional.empty();
    private int tables;
    private int decisions;

    TableDraft(Findings findings) {
        this.findings = findings;
    }

    void decision(String called) {
        decisions++;
        name = called;
    }

    void otherDecision(String kind) {
        findings.add(TableProblem.whole(Code.NOT_ONE_TABLE, "there is a " + kind));
    }

    void table(String policy, String aggregation) {
        tables++;
        hitPolicy = HitPolicy.of(policy, aggregation);
        if (hitPolicy.isEmpty()) {
            findings.add(TableProblem.whole(Code.HIT_POLICY, (policy + " " + aggregation).strip()));
        }
    }

    void input() {
        inputs.add(new Column("", ""));
    }

    void inputType(String typeRef) {
        type = typeRef;
    }

    void inputExpression(String expression) {
        if (!inputs.isEmpty()) {
            inputs.set(inputs.size() - 1, new Column(expression, type));
        }
    }

    void output(String called, String typeRef) {
        outputs.add(new Column(called, typeRef));
    }

    void row() {
        rows.add(new Drawn());
    }

    void test(String text) {
        if (!rows.isEmpty()) {
            rows.getLast().tests.add(text);
        }
    }

    void value(String text) {
        if (!rows.isEmpty()) {
            rows.getLast().values.add(text);
        }
    }

    void note(String text) {
        if (!rows.isEmpty() && rows.getLast().note.isEmpty()) {
            rows.getLast().note = text;
        }
    }

    /** The table; empty when it is none, or has no shape. */
    Optional<DecisionTable> finished() {
        if (tables != 1 || decisions != 1) {
            findings.add(TableProblem.whole(Code.NOT_ONE_TABLE,
                    "there are " + decisions + " decisions and " + tables + " tables"));
        } else if (inputs.size() + outputs.size() > MOST_COLUMNS || rows.size() > MOST_ROWS) {
            findings.add(TableProblem.whole(Code.TOO_LARGE,
                    "at most " + MOST_COLUMNS + " columns and " + MOST_ROWS + " rows"));
        } else if (rows.isEmpty()) {
            findings.add(TableProblem.whole(Code.NO_ROWS, ""));
        } else if (!rows.stream().allMatch(row -> isWhole(row))) {
            findings.add(TableProblem.whole(Code.XML_INVALID, "a row has more or fewer cells than there are columns"));
        }
        return hitPolicy.filter(_ -> findings.isClean())
                .map(policy -> new DecisionTable(name, policy, inputs, outputs, numbered()));
    }

    private boolean isWhole(Drawn row) {
        return row.tests.size() == inputs.size() && row.values.size() == outputs.size();
    }

    private List<Row> numbered() {
        List<Row> numbered = new ArrayList<>();
        for (Drawn row : rows) {
            numbered.add(new Row(numbered.size() + 1, row.note, row.tests, row.values));
        }
        return numbered;
    }
}
