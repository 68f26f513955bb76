package org.jackfield.engine.work.table;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** The items that a row matches: an extent for each input, all of which ask about different attributes. Immutable. */
record Box(List<Extent> sides) {

    Box {
        sides = List.copyOf(sides);
    }

    static Box everything(int inputs) {
        return new Box(Collections.nCopies(inputs, Extent.ALL));
    }

    Box and(Box other) {
        return new Box(IntStream.range(0, sides.size())
                .mapToObj(side -> sides.get(side).and(other.sides.get(side)))
                .toList());
    }

    boolean isEmpty() {
        return sides.stream().anyMatch(Extent::isEmpty);
    }

    boolean covers(Box other) {
        return other.isEmpty() || IntStream.range(0, sides.size())
                .allMatch(side -> sides.get(side).covers(other.sides.get(side)));
    }
}
