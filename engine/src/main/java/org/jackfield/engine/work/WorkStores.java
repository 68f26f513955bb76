package org.jackfield.engine.work;

/** Where the records of work distribution are kept. */
public record WorkStores(Workspaces workspaces, Workers workers, Queues queues, WorkItems items,
        Reservations reservations, Policies policies, Media media, AssignmentCallbacks callbacks,
        WorkFigures figures) {}
