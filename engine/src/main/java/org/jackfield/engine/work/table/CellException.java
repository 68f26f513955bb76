package org.jackfield.engine.work.table;

/** A cell says what cannot be understood; the message quotes it. */
final class CellException extends Exception {

    private static final long serialVersionUID = 1L;

    private final TableProblem.Code code;

    CellException(TableProblem.Code code, String detail) {
        super(detail);
        this.code = code;
    }

    TableProblem at(int row, String column) {
        return TableProblem.cell(row, column, code, getMessage() + "");
    }
}
