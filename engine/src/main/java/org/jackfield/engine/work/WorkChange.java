package org.jackfield.engine.work;

/** What a decision about a work item writes. */
sealed interface WorkChange {

    record ItemAdded(WorkItem item) implements WorkChange {}

    record ItemMoved(WorkItem item, WorkItem before) implements WorkChange {}

    /** As {@link ItemMoved}, and its origin was changed too. */
    record ItemAmended(WorkItem item) implements WorkChange {}

    record ReservationAdded(Reservation reservation) implements WorkChange {}

    record ReservationMoved(Reservation reservation, ReservationState before) implements WorkChange {}

    /** Its worker is rung in another manner, or longer. */
    record ReservationAmended(Reservation reservation) implements WorkChange {}

    record WorkerMoved(Worker worker) implements WorkChange {}

    /** The worker is in another activity than before. */
    record ActivityBegun(Worker worker) implements WorkChange {}

    record FlowTold(WorkItem item, WorkItemFlow.Fact fact) implements WorkChange {}
}
