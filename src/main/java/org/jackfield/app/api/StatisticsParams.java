package org.jackfield.app.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;
import org.jackfield.engine.work.statistics.Period;

/** What statistics are asked for: the period, the medium, and the waiting times at which they are split. */
final class StatisticsParams {

    private static final Duration USUAL = Duration.ofMinutes(15);
    private static final int MOST_MINUTES = Math.toIntExact(Period.KEPT.toMinutes());
    private static final int MOST_THRESHOLDS = 20;
    private static final int LONGEST_THRESHOLD = 1_209_600;

    private StatisticsParams() {}

    /**
     * From the later of {@code StartDate} and so many {@code Minutes} ago, without either from a quarter of an hour before the
     * end; up to {@code EndDate}, or now. It never starts before what is kept.
     */
    static Period period(Params params, Instant now) {
        Optional<Instant> start = Times.instant(params, "StartDate");
        Optional<Instant> since = params.number("Minutes", 1, MOST_MINUTES)
                .map(minutes -> now.minus(Duration.ofMinutes(minutes)));
        Instant until = Times.instant(params, "EndDate").filter(now::isAfter).orElse(now);
        Instant from = since.filter(time -> start.map(time::isAfter).orElse(true))
                .or(() -> start)
                .orElse(until.minus(USUAL));
        if (from.isAfter(until)) {
            throw Params.invalid(start.isPresent() ? "StartDate" : "Minutes", "starts a period after its end");
        }
        Instant kept = now.minus(Period.KEPT);
        return new Period(from.isBefore(kept) ? earlier(kept, until) : from, until);
    }

    /** By its name or its id. */
    static Optional<String> medium(Params params) {
        return params.text("TaskChannel").filter(text -> !text.isEmpty());
    }

    /** In the order of time. */
    static SequencedSet<Duration> thresholds(Params params) {
        TreeSet<Duration> thresholds = new TreeSet<>();
        params.text("SplitByWaitTime")
                .filter(text -> !text.isBlank())
                .ifPresent(text -> Arrays.stream(text.split(",", -1)).map(String::strip).forEach(one -> {
                    if (!one.matches("[0-9]{1,7}") || Integer.parseInt(one) > LONGEST_THRESHOLD) {
                        throw Params.invalid("SplitByWaitTime", "is a list of seconds such as 5,10");
                    }
                    thresholds.add(Duration.ofSeconds(Integer.parseInt(one)));
                }));
        if (thresholds.size() > MOST_THRESHOLDS) {
            throw Params.invalid("SplitByWaitTime", "has more than " + MOST_THRESHOLDS + " values");
        }
        return thresholds;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
