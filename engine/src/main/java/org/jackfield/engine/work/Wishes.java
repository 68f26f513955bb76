package org.jackfield.engine.work;

import java.time.InstantSource;
import java.util.Optional;
import org.jackfield.engine.work.expression.Facts;
import org.jackfield.engine.work.match.Wish;

/** Whom items wait for, by the targets at which they stand. Joins the open unit of work. */
final class Wishes {

    private final Itineraries itineraries;
    private final InstantSource clock;

    Wishes(PolicyShelf policies, InstantSource clock) {
        this.itineraries = new Itineraries(policies, clock);
        this.clock = clock;
    }

    /** A wish, and whether the item is to be evaluated anew first. */
    record Sought(Wish wish, boolean behind) {}

    /** Without a wanted worker, a policy, or a target in it, everybody in the queue. */
    Wish of(WorkItem item) {
        return sought(item).wish();
    }

    Sought sought(WorkItem item) {
        Optional<Itinerary> itinerary = itineraries.of(item);
        return new Sought(wish(item, itinerary),
                item.state() == WorkItemState.PENDING && itinerary.filter(one -> one.isBehind(item)).isPresent());
    }

    private Wish wish(WorkItem item, Optional<Itinerary> itinerary) {
        WorkItem.Origin origin = item.origin();
        if (origin.wantedWorker().isPresent()) {
            return new Wish(item.place().queueId(), origin.medium(), Optional.empty(), Optional.empty(),
                    origin.wantedWorker(), origin.ignoresCapacity());
        }
        return itinerary.flatMap(one -> one.target(item))
                .filter(target -> target.queueId().equals(item.place().queueId()))
                .map(target -> Wish.of(target, Facts.ofItem(origin.attributes(), clock.instant()), origin.medium(),
                        origin.ignoresCapacity()))
                .orElseGet(() -> Wish.inQueue(item.place().queueId(), origin.medium(), origin.ignoresCapacity()));
    }
}
