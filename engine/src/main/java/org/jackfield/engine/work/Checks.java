package org.jackfield.engine.work;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.work.callback.CallbackAddress;
import org.jackfield.engine.work.expression.Expression;
import org.jackfield.engine.work.expression.ExpressionException;
import org.jackfield.engine.work.expression.Scope;

/** What a setting of work distribution must fulfil; each check throws what the caller is told. */
final class Checks {

    private static final int LONGEST_NAME = 64;
    private static final int MOST_MEDIA = MediaAdministration.MOST;
    private static final int MOST_CAPACITY = 50;
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private Checks() {}

    static void name(String name) {
        refuse(name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl),
                "a name has 1 to " + LONGEST_NAME + " printable characters");
    }

    static void capacities(Map<String, Integer> capacities) {
        refuse(capacities.size() > MOST_MEDIA, "capacities for at most " + MOST_MEDIA + " media");
        capacities.forEach((medium, capacity) -> {
            name(medium);
            refuse(capacity < 0 || capacity > MOST_CAPACITY, "a capacity is 0 to " + MOST_CAPACITY);
        });
    }

    static void targets(String expression) {
        if (expression.isBlank()) {
            return;
        }
        try {
            Expression.parse(expression, Scope.WORKER)
                    .paths()
                    .filter(path -> path.scope() != Scope.WORKER)
                    .findFirst()
                    .ifPresent(path -> {
                        throw new DomainException(ErrorCode.INVALID_PARAMETER,
                                "the expression of a queue knows the worker only, not '" + path.scope().prefix()
                                        + ".' as at position " + path.position());
                    });
        } catch (ExpressionException e) {
            throw new DomainException(ErrorCode.INVALID_PARAMETER,
                    "the expression is wrong: " + e.getMessage() + ". " + e.kind().remedy(), e);
        }
    }

    static void reach(int maxReserved, int most) {
        refuse(maxReserved < 1 || maxReserved > most, "max reserved workers is 1 to " + most);
    }

    static void times(Optional<Duration> reservationTimeout, Optional<Duration> wrapUpTime) {
        refuse(reservationTimeout.filter(time -> !time.isPositive() || time.compareTo(LONGEST) > 0).isPresent(),
                "a reservation's timeout is more than nothing and at most " + LONGEST);
        refuse(wrapUpTime.filter(time -> time.isNegative() || time.compareTo(LONGEST) > 0).isPresent(),
                "a wrap-up time is at most " + LONGEST);
    }

    static void priority(int priority) {
        refuse(priority < 0, "priority is 0 or more, not " + priority);
    }

    static void start(Instant start, Instant now) {
        refuse(start.isAfter(now) || start.isBefore(EARLIEST),
                "a virtual start is not in the future and not before 1900");
    }

    static void callback(PolicyDocument.Callback callback) {
        callback.url().ifPresent(CallbackAddress::require);
        callback.fallback().ifPresent(CallbackAddress::require);
        if (callback.fallback().isPresent() && callback.url().isEmpty()) {
            throw new DomainException(ErrorCode.FALLBACK_ALONE,
                    "a fallback of the assignment callback needs the callback");
        }
    }

    static DomainException noMedium(String name) {
        return new DomainException(ErrorCode.INVALID_PARAMETER, "the workspace has no medium '" + name + "'");
    }

    static void taken(boolean taken, String name) {
        if (taken) {
            throw new DomainException(ErrorCode.CONFLICT, "the name '" + name + "' is taken");
        }
    }

    static void inUse(boolean inUse, String why) {
        if (inUse) {
            throw new DomainException(ErrorCode.CONFLICT, why);
        }
    }

    static <T> T known(Optional<T> found, String what, String id) {
        return found.orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND, "no " + what + " '" + id + "'"));
    }

    private static void refuse(boolean wrong, String problem) {
        if (wrong) {
            throw new DomainException(ErrorCode.INVALID_PARAMETER, problem);
        }
    }
}
