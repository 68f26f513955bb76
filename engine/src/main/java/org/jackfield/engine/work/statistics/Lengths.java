package org.jackfield.engine.work.statistics;

import java.time.Duration;

/** How many lengths of time there were, and how long they were; all zero when there was none. */
public record Lengths(long number, Duration total, Duration shortest, Duration longest) {

    public static final Lengths NONE = new Lengths(0, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /** Of one. */
    public static Lengths of(Duration length) {
        return new Lengths(1, length, length, length);
    }

    /** Of both. */
    public Lengths plus(Lengths other) {
        if (number == 0 || other.number == 0) {
            return number == 0 ? other : this;
        }
        return new Lengths(number + other.number, total.plus(other.total),
                shortest.compareTo(other.shortest) < 0 ? shortest : other.shortest,
                longest.compareTo(other.longest) > 0 ? longest : other.longest);
    }

    /** Zero when there was none. */
    public Duration average() {
        return number == 0 ? Duration.ZERO : total.dividedBy(number);
    }
}
