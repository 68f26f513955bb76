package org.jackfield.engine.work.expression;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whose attributes a path starts from, with the prefix that names it in a text. */
public enum Scope {
    WORKER("worker"),
    /** The work item, under the name that existing SDKs give it. */
    TASK("task"),
    /** The time of day in UTC: {@code currentTime}, {@code currentHour}, {@code currentMin}, {@code dayOfWeek}. */
    CLOCK("taskrouter"),
    /** How many workers of a queue there are: {@code available}, {@code unavailable}, and by the id of an activity. */
    WORKERS("workers");

    private final String prefix;

    Scope(String prefix) {
        this.prefix = prefix;
    }

    /** As a text names it; a text may write it in any case. */
    public String prefix() {
        return prefix;
    }

    static Optional<Scope> named(String word) {
        return Stream.of(values()).filter(scope -> scope.prefix.equals(word.toLowerCase(Locale.ROOT))).findFirst();
    }
}
