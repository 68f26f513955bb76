package org.jackfield.engine.work.table;

import java.util.List;
import org.jackfield.engine.work.table.TableProblem.Code;

/** What rows are to each other under a hit policy that gives an item the target of one row. */
final class Overlaps {

    private Overlaps() {}

    static void check(HitPolicy hitPolicy, List<RoutedRow> rows, Findings findings) {
        for (RoutedRow row : rows) {
            for (RoutedRow before : rows.subList(0, row.number() - 1)) {
                if (problem(hitPolicy, before, row, findings)) {
                    break;
                }
            }
        }
        if (rows.stream().noneMatch(row -> row.cells().stream().allMatch(Cell::isAnything))) {
            findings.warn(TableProblem.whole(Code.NOT_COVERED, ""));
        }
    }

    private static boolean problem(HitPolicy hitPolicy, RoutedRow before, RoutedRow row, Findings findings) {
        Code code = switch (hitPolicy) {
            case UNIQUE -> Code.OVERLAP;
            case ANY -> Code.DIFFERENT;
            case FIRST, RULE_ORDER -> Code.UNREACHABLE;
        };
        boolean isWrong = switch (hitPolicy) {
            case UNIQUE -> !before.box().and(row.box()).isEmpty();
            case ANY -> !before.document().equals(row.document()) && !before.box().and(row.box()).isEmpty();
            case FIRST -> before.box().covers(row.box());
            case RULE_ORDER -> false;
        };
        if (isWrong) {
            findings.add(TableProblem.row(row.number(), code,
                    "row " + before.number() + (code == Code.UNREACHABLE ? " takes all its items" : " and this one")));
        }
        return isWrong;
    }
}
