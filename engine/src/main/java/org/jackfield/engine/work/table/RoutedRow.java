package org.jackfield.engine.work.table;

import java.util.List;
import java.util.Map;
import org.jackfield.engine.work.expression.Expression;
import org.jackfield.engine.work.policy.Target;

/**
 * A row that was understood: whom it matches, and the target that it gives.
 *
 * @param document the target as a policy's document has it, its queue by id
 */
record RoutedRow(int number, String note, Matched matched, Map<String, Object> document, Target target) {

    /** Whom it matches, cell by cell, as a whole, and as an extent of values. */
    record Matched(List<Cell> cells, Expression condition, Box box) {

        Matched {
            cells = List.copyOf(cells);
        }

        static Matched by(List<Cell> cells, Expression condition) {
            return new Matched(cells, condition, new Box(cells.stream().map(Cell::extent).toList()));
        }
    }

    List<Cell> cells() {
        return matched.cells();
    }

    Box box() {
        return matched.box();
    }

    /** Whether an item that gets there never goes on by itself. */
    boolean keepsItems() {
        return target.timeout().isEmpty() && target.skipIf().isEmpty();
    }
}
