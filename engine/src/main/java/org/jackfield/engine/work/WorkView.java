package org.jackfield.engine.work;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a decision about an item looks at: the item, the reservation that it is about (its open or last one) and that one's
 * worker (empty when he was deleted), the item's other offers that are open, its queue, how long its policy lets a worker be asked
 * (for an offer alone), and where its workspace moves workers who do not answer (for the end of one alone).
 */
record WorkView(WorkItem item, Optional<Reservation> reservation, Optional<Worker> worker, List<Reservation> others,
        Queue queue, Optional<Duration> policyTimeout, Optional<String> timeoutActivity) {

    WorkView {
        others = List.copyOf(others);
    }

    /** Whether this worker may be asked, be it beside those who are being asked. */
    boolean mayAsk(Worker other) {
        return switch (item.state()) {
            case PENDING -> true;
            case RESERVED -> others.size() + 1 < queue.maxReserved() && !isAsked(other);
            case ASSIGNED, WRAPPING, COMPLETED, CANCELED -> false;
        };
    }

    private boolean isAsked(Worker other) {
        return Stream.concat(reservation.stream(), others.stream())
                .anyMatch(offer -> offer.workerId().equals(other.id()));
    }

    /** When the first of the other offers runs off. */
    Optional<Instant> othersExpire() {
        return others.stream().map(Reservation::expires).min(Instant::compareTo);
    }
}
