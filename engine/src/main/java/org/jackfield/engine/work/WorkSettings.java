package org.jackfield.engine.work;

import java.time.Duration;

/**
 * Times and bounds of work distribution where neither queue nor workspace says otherwise.
 *
 * @param reservationTimeout how long a worker is offered an item
 * @param wrapUpTime how long a worker has after the conversation before he is offered the next item
 * @param declinePause how long who declined an item, or let it run off, is not offered the same item again
 * @param unreachablePause how long who let an offer run off is not offered anything
 * @param placeWindow how long the place of a caller whose node died is kept
 * @param maxWait the longest that an item may wait
 * @param maxOffers after how many offers in vain an item is cancelled
 */
public record WorkSettings(Duration reservationTimeout, Duration wrapUpTime, Duration declinePause,
        Duration unreachablePause, Duration placeWindow, Duration maxWait, int maxOffers) {

    public static final WorkSettings DEFAULT = new WorkSettings(Duration.ofSeconds(120), Duration.ofSeconds(10),
            Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofMinutes(10), Duration.ofDays(14), 1_000);

    public WorkSettings {
        requirePositive("reservation-timeout", reservationTimeout);
        requirePositive("max-wait", maxWait);
        requireNotNegative("wrap-up-time", wrapUpTime);
        requireNotNegative("decline-pause", declinePause);
        requireNotNegative("unreachable-pause", unreachablePause);
        requireNotNegative("place-window", placeWindow);
        if (maxOffers < 1) {
            throw new IllegalArgumentException("max-offers is at least 1, not " + maxOffers);
        }
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(name + " is longer than nothing, not " + value);
        }
    }

    private static void requireNotNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(name + " is not negative, not " + value);
        }
    }
}
