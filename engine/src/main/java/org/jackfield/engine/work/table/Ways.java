package org.jackfield.engine.work.table;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.work.table.TableProblem.Code;

/**
 * Finds the filters of a policy whose first one that matches gives an item just the targets that the table's hit policy
 * does. With single hits that is a filter for each row. Otherwise it is one for each set of rows that some item matches
 * together, the larger sets first: an item that matches exactly the rows of a set is taken by no larger one, and of the
 * smaller ones that its rows fulfil too the larger comes first.
 */
final class Ways {

    private static final int MOST = 200;

    private final List<RoutedRow> rows;
    private final Deque<RoutedRow> taken = new ArrayDeque<>();
    private final Deque<RoutedRow> left = new ArrayDeque<>();
    private final List<Way> found = new ArrayList<>();

    private Ways(List<RoutedRow> rows) {
        this.rows = rows;
    }

    static List<Way> of(HitPolicy hitPolicy, List<RoutedRow> rows, Findings findings) {
        if (hitPolicy.isSingle()) {
            return rows.stream().map(row -> new Way(List.of(row))).toList();
        }
        Ways ways = new Ways(rows);
        ways.from(0, Box.everything(rows.getFirst().cells().size()));
        if (ways.found.size() > MOST) {
            findings.add(TableProblem.whole(Code.TOO_MANY_WAYS, "more than " + MOST));
            return List.of();
        }
        ways.found.sort(Comparator.comparingInt(way -> -way.rows().size()));
        ways.refuseWhatIsNeverReached(findings);
        return ways.found;
    }

    /** Each row is taken or left; what no item can do is not followed, so each step leads to a set. */
    private void from(int index, Box items) {
        if (found.size() > MOST) {
            return;
        }
        if (index == rows.size()) {
            if (!taken.isEmpty()) {
                found.add(new Way(List.copyOf(taken)));
            }
            return;
        }
        RoutedRow row = rows.get(index);
        Box both = items.and(row.box());
        if (!both.isEmpty() && left.stream().noneMatch(other -> other.box().covers(both))) {
            taken.addLast(row);
            from(index + 1, both);
            taken.removeLast();
        }
        if (!row.box().covers(items)) {
            left.addLast(row);
            from(index + 1, items);
            left.removeLast();
        }
    }

    private void refuseWhatIsNeverReached(Findings findings) {
        Set<RoutedRow> reached = new HashSet<>();
        for (Way way : found) {
            way.rows()
                    .stream()
                    .takeWhile(row -> before(way, row).isEmpty())
                    .forEach(reached::add);
        }
        for (RoutedRow row : rows) {
            if (!reached.contains(row)) {
                findings.add(TableProblem.row(row.number(), Code.STAYS, found.stream()
                        .filter(way -> way.rows().contains(row))
                        .findFirst()
                        .flatMap(way -> before(way, row))
                        .map(other -> "row " + other.number() + " has neither")
                        .orElse("")));
            }
        }
    }

    /** The row before it that keeps every item. */
    private static Optional<RoutedRow> before(Way way, RoutedRow row) {
        return way.rows()
                .stream()
                .takeWhile(other -> other.number() < row.number())
                .filter(RoutedRow::keepsItems)
                .findFirst();
    }
}
