package org.jackfield.engine.work.table;

import java.util.List;
import java.util.Map;
import org.jackfield.engine.work.policy.Target;

/**
 * A row that was understood: whom it matches, and the target that it gives.
 *
 * @param document the target as a policy's document has it, its queue by id
 */
record RoutedRow(int number, String note, List<Cell> cells, Box box, Map<String, Object> document, Target target) {

    RoutedRow {
        cells = List.copyOf(cells);
    }

    /** Whether an item that gets there never goes on by itself. */
    boolean keepsItems() {
        return target.timeout().isEmpty() && target.skipIf().isEmpty();
    }
}
