package org.jackfield.engine.work;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a decision about an item looks at: the item, the reservation that it is about (its open or last one) and that one's
 * worker (empty when he was deleted), the item's other offers that are open, its queue, how long its policy lets a worker be asked,
 * and where its workspace moves workers who do not answer.
 */
record WorkView(WorkItem item, Optional<Reservation> reservation, Optional<Worker> worker, List<Reservation> others,
        Queue queue, Optional<Duration> policyTimeout, Optional<String> timeoutActivity) {

    WorkView {
        others = List.copyOf(others);
    }

    /** When the first of the other offers runs off. */
    Optional<Instant> othersExpire() {
        return others.stream().map(Reservation::expires).min(Instant::compareTo);
    }
}
