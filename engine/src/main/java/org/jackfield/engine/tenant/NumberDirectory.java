package org.jackfield.engine.tenant;

import java.util.Optional;

/** Which account a dialled number belongs to and what it runs. One index look-up; called for each inbound call. */
public interface NumberDirectory {

    /** The assignment of the number (E.164, with the plus), when it has one with a voice address. */
    Optional<NumberAssignment> find(String number);
}
