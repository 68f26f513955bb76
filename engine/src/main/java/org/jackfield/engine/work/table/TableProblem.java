package org.jackfield.engine.work.table;

import java.util.Optional;
import org.jackfield.engine.work.policy.PolicyProblem;

/**
 * What is wrong with a table, or hardly meant, and where.
 *
 * @param row counted from 1; empty when it is not about one row
 * @param column the expression of an input or the name of an output; empty when it is not about one column
 * @param code a word for programs
 * @param cause what was found
 * @param remedy what helps
 */
public record TableProblem(Optional<Integer> row, String column, String code, String cause, String remedy) {

    /** The kinds of problems that only tables have; cells of outputs have those of routing policies too. */
    enum Code {
        XML_INVALID("The file is not well-formed XML, or not what a modeler saves.", "Export the table again."),
        TOO_LARGE("The table is larger than allowed.", "Split it over several policies."),
        NOT_ONE_TABLE("A routing policy is exactly one decision table.",
                "Keep one decision with a table, and none of another kind."),
        HIT_POLICY("The hit policy says nothing about a route.",
                "Choose Unique, First or Any for one target an item, Rule order or Collect (without aggregation) for all"
                        + " matching rows one after the other."),
        INPUT_EXPRESSION("An input is no attribute of the item.",
                "Name one attribute, such as task.language or task.customer.tier, with underscores instead of hyphens."),
        TWICE("Two columns are for the same.", "Remove one of them."),
        COLUMN_TYPE("The type of a column is none that attributes have.", "Choose string, number or boolean, or none."),
        OUTPUT_UNKNOWN("An output has no meaning for a route.",
                "Name it queue, priority, timeout, workers, orderBy, skipIf or knownWorker."),
        QUEUE_COLUMN_MISSING("No output is named queue.", "Add an output with the name queue."),
        NO_ROWS("The table has no rows.", "Add a row."),
        TEST_UNKNOWN("The cell is no test that is known here.",
                "Write values with commas between them, a comparison (< 5), a range ([1..5]), not(...) around those, or - "
                        + "for anything."),
        TEXT_UNQUOTED("A text does not stand in double quotes.", "Write \"...\" around it."),
        OUTPUT_VALUE("The cell is no single value.", "Write one text in double quotes or one number."),
        CELL_TYPE("The cell is not of its column's type.", "Correct the cell, or the type of the column."),
        NEVER_MATCHES("No value fulfils the cell.", "Correct the bounds of the range."),
        OVERLAP("Rows overlap, though at most one may match with hit policy Unique.",
                "Tell them apart, or choose hit policy First."),
        DIFFERENT("Rows that overlap say different things, though any may be taken with hit policy Any.",
                "Give them the same outputs, or choose hit policy First."),
        UNREACHABLE("No item ever gets to the row.", "Put it higher, or remove it."),
        STAYS("Items never get on to the row.", "Give the row before it a timeout or skipIf, or remove this one."),
        TOO_MANY_WAYS("The rows overlap in too many ways.",
                "Split the table, or use fewer rows that apply beside others."),
        NOBODY("The row can match no worker.", "Correct the queue, the workers or the condition that the cause names."),
        NO_WORKERS("The workspace has no workers yet.", "Add workers first, or save without them."),
        NOT_COVERED("An item that no row matches is cancelled at once.",
                "Add a last row with - in each input, unless that is meant.");

        private final String cause;
        private final String remedy;

        Code(String cause, String remedy) {
            this.cause = cause;
            this.remedy = remedy;
        }

        String cause() {
            return cause;
        }

        String remedy() {
            return remedy;
        }
    }

    static TableProblem whole(Code code, String detail) {
        return column("", code, detail);
    }

    static TableProblem column(String column, Code code, String detail) {
        return new TableProblem(Optional.empty(), column, code.name(), sentence(code.cause, detail), code.remedy);
    }

    static TableProblem row(int row, Code code, String detail) {
        return cell(row, "", code, detail);
    }

    static TableProblem cell(int row, String column, Code code, String detail) {
        return new TableProblem(Optional.of(row), column, code.name(), sentence(code.cause, detail), code.remedy);
    }

    /** The same problem as in a policy's document. */
    static TableProblem cell(int row, String column, PolicyProblem problem) {
        PolicyProblem.Code code = problem.code();
        return new TableProblem(Optional.of(row), column, code.name(), sentence(code.cause(), problem.detail()),
                code.remedy());
    }

    private static String sentence(String cause, String detail) {
        return detail.isEmpty() ? cause : cause + " (" + detail + ")";
    }
}
