package org.jackfield.engine.work;

import org.jackfield.engine.docs.GeneratedDocs;
import org.junit.jupiter.api.Test;

class WorkStatesDocTest {

    @Test
    void drawsTheStatesOfWorkItems() {
        GeneratedDocs.checkStates("work-item", "What happens to a work item from its queue to its end.",
                WorkItemState.TABLE);
    }

    @Test
    void drawsTheStatesOfReservations() {
        GeneratedDocs.checkStates("reservation", "What becomes of the offer of a work item to a worker.",
                ReservationState.TABLE);
    }
}
