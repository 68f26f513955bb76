package org.jackfield.engine.work.expression;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;

/**
 * What an expression is asked about, by scope. Values are texts, numbers, booleans, lists and maps; an absent key is null.
 * The maps are not copied: whoever makes the facts leaves them as they are.
 */
public record Facts(Map<String, ?> worker, Map<String, ?> task, Map<String, ?> clock, Map<String, ?> workers) {

    private static final int HOUR_IN_HHMM = 100;

    /** Of a worker alone. */
    public static Facts ofWorker(Map<String, ?> attributes) {
        return new Facts(attributes, Map.of(), Map.of(), Map.of());
    }

    /** Of a work item, at a moment. */
    public static Facts ofItem(Map<String, ?> attributes, Instant now) {
        return new Facts(Map.of(), attributes, clockAt(now), Map.of());
    }

    public Facts withWorker(Map<String, ?> attributes) {
        return new Facts(attributes, task, clock, workers);
    }

    /** With the counts of a queue's workers. */
    public Facts withWorkers(Map<String, ?> counts) {
        return new Facts(worker, task, clock, counts);
    }

    /** The time of day in UTC: hours and minutes as one number (half past nine is 930), each alone, the day as Mon to Sun. */
    public static Map<String, ?> clockAt(Instant now) {
        ZonedDateTime time = now.atZone(ZoneOffset.UTC);
        return Map.of("currentTime", time.getHour() * HOUR_IN_HHMM + time.getMinute(), "currentHour", time.getHour(),
                "currentMin", time.getMinute(), "dayOfWeek",
                time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ROOT));
    }

    Map<String, ?> of(Scope scope) {
        return switch (scope) {
            case WORKER -> worker;
            case TASK -> task;
            case CLOCK -> clock;
            case WORKERS -> workers;
        };
    }
}
