package org.jackfield.engine.work;

/** Whom work distribution talks to: who reaches workers, who follows items, who shows workers, and the other nodes. */
public record WorkNeighbours(OfferDesk offers, WorkItemFlow flows, WorkerStates states, WorkNode node,
        WorkSignals signals) {}
