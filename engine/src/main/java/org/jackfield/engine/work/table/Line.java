package org.jackfield.engine.work.table;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BinaryOperator;

/**
 * A set of values of one ordered type, as the places at which belonging to it changes. Between two different values there
 * are taken to be others. Immutable.
 */
record Line<T extends Comparable<T>>(boolean startsInside, List<Cut<T>> changes) {

    Line {
        changes = List.copyOf(changes);
    }

    /** A place directly before or after a value. */
    record Cut<T extends Comparable<T>>(T value, boolean after) implements Comparable<Cut<T>> {
        @Override
        public int compareTo(Cut<T> other) {
            int order = value.compareTo(other.value);
            return order != 0 ? order : Boolean.compare(after, other.after);
        }
    }

    static <T extends Comparable<T>> Line<T> none() {
        return new Line<>(false, List.of());
    }

    static <T extends Comparable<T>> Line<T> all() {
        return new Line<>(true, List.of());
    }

    static <T extends Comparable<T>> Line<T> only(T value) {
        return new Line<>(false, List.of(new Cut<>(value, false), new Cut<>(value, true)));
    }

    static <T extends Comparable<T>> Line<T> below(T value, boolean inclusive) {
        return new Line<>(true, List.of(new Cut<>(value, inclusive)));
    }

    static <T extends Comparable<T>> Line<T> above(T value, boolean inclusive) {
        return new Line<>(false, List.of(new Cut<>(value, !inclusive)));
    }

    Line<T> not() {
        return new Line<>(!startsInside, changes);
    }

    Line<T> and(Line<T> other) {
        return joined(other, Boolean::logicalAnd);
    }

    Line<T> or(Line<T> other) {
        return joined(other, Boolean::logicalOr);
    }

    boolean isEmpty() {
        return !startsInside && changes.isEmpty();
    }

    private Line<T> joined(Line<T> other, BinaryOperator<Boolean> operation) {
        TreeSet<Cut<T>> places = new TreeSet<>(changes);
        places.addAll(other.changes);
        boolean mine = startsInside;
        boolean its = other.startsInside;
        boolean inside = operation.apply(mine, its);
        List<Cut<T>> kept = new ArrayList<>();
        for (Cut<T> place : places) {
            mine ^= has(place);
            its ^= other.has(place);
            if (operation.apply(mine, its) != inside) {
                inside = !inside;
                kept.add(place);
            }
        }
        return new Line<>(operation.apply(startsInside, other.startsInside), kept);
    }

    private boolean has(Cut<T> place) {
        return changes.stream().anyMatch(change -> change.compareTo(place) == 0);
    }
}
