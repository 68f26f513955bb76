package org.jackfield.engine.work;

import java.util.Optional;

/**
 * What a decision about an item looks at: the item, its open or last reservation and that one's worker (empty when he was
 * deleted), its queue, and where its workspace moves workers who do not answer.
 */
record WorkView(WorkItem item, Optional<Reservation> reservation, Optional<Worker> worker, Queue queue,
        Optional<String> timeoutActivity) {}
