package org.jackfield.engine.state;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A state machine as one declarative table: from a state, a trigger leads to a state; everything not listed is refused.
 * Immutable and thread-safe. {@link #toMermaid()} draws it for the docs.
 *
 * @param <S> the states
 * @param <T> the triggers
 */
public final class TransitionTable<S extends Enum<S>, T extends Enum<T>> {

    /** One row of the table. */
    public record Transition<S, T>(S from, T trigger, S to) {}

    private record Key<S, T>(S from, T trigger) {}

    private final S initial;
    private final Map<Key<S, T>, Transition<S, T>> rows;

    private TransitionTable(S initial, Map<Key<S, T>, Transition<S, T>> rows) {
        this.initial = initial;
        this.rows = Map.copyOf(rows);
    }

    public static <S extends Enum<S>, T extends Enum<T>> Builder<S, T> startingAt(S initial) {
        return new Builder<>(initial);
    }

    public S initial() {
        return initial;
    }

    /** The state after the trigger, or empty when the table does not allow it. */
    public Optional<S> next(S from, T trigger) {
        return Optional.ofNullable(rows.get(new Key<>(from, trigger))).map(Transition::to);
    }

    public Set<Transition<S, T>> transitions() {
        return Set.copyOf(rows.values());
    }

    /** Whether no transition leaves the state. */
    public boolean isFinal(S state) {
        return rows.values().stream().noneMatch(row -> row.from().equals(state));
    }

    /** The table as a Mermaid state diagram, rows in the order of the states and triggers. */
    public String toMermaid() {
        StringBuilder text = new StringBuilder("stateDiagram-v2\n    [*] --> ").append(initial).append('\n');
        rows.values()
                .stream()
                .sorted(Comparator.comparing((Transition<S, T> row) -> row.from())
                        .thenComparing(Transition::trigger))
                .forEach(row -> text.append("    %s --> %s: %s%n".formatted(row.from(), row.to(), row.trigger())));
        rows.values()
                .stream()
                .map(Transition::to)
                .distinct()
                .sorted()
                .filter(this::isFinal)
                .forEach(state -> text.append("    ").append(state).append(" --> [*]\n"));
        return text.toString();
    }

    /** Collects rows; a second row for the same state and trigger is refused. */
    public static final class Builder<S extends Enum<S>, T extends Enum<T>> {

        private final S initial;
        private final Map<Key<S, T>, Transition<S, T>> rows = new LinkedHashMap<>();

        private Builder(S initial) {
            this.initial = initial;
        }

        public Builder<S, T> row(S from, T trigger, S to) {
            Transition<S, T> twin = rows.put(new Key<>(from, trigger), new Transition<>(from, trigger, to));
            if (twin != null) {
                throw new IllegalArgumentException("two rows for " + from + " and " + trigger);
            }
            return this;
        }

        public TransitionTable<S, T> build() {
            return new TransitionTable<>(initial, rows);
        }
    }
}
