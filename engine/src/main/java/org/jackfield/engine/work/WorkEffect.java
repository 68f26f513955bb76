package org.jackfield.engine.work;

/** What a decision about a work item lets others know after the commit. */
sealed interface WorkEffect {

    record Offered(OfferDesk.Offer offer) implements WorkEffect {}

    record Rescinded(OfferDesk.Offer offer) implements WorkEffect {}

    record Expired(WorkItem item) implements WorkEffect {}

    record Changed(WorkSignals.Signal signal) implements WorkEffect {}
}
