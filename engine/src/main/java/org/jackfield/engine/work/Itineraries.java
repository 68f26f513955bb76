package org.jackfield.engine.work;

import java.time.InstantSource;
import java.util.Optional;

/** By which policy items go on, and from where. Joins the open unit of work. Thread-safe. */
final class Itineraries {

    private final PolicyShelf policies;
    private final InstantSource clock;

    Itineraries(PolicyShelf policies, InstantSource clock) {
        this.policies = policies;
        this.clock = clock;
    }

    /** Empty for an item that goes by none, or by one that is gone or cannot be read any more. */
    Optional<Itinerary> of(WorkItem item) {
        return item.place()
                .course()
                .flatMap(course -> policies.document(item.account(), item.workspaceId(), course.policyId()))
                .flatMap(document -> policies.policy(document)
                        .map(policy -> new Itinerary(document, policy, clock.instant())));
    }
}
