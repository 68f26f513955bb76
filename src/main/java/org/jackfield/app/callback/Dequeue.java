package org.jackfield.app.callback;

import java.time.Duration;
import java.util.Optional;
import org.jackfield.engine.call.instruction.Addresses;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.work.ItemAdministration;
import org.jackfield.engine.work.Reservation;
import org.jackfield.engine.work.WorkDistribution.Answer;

/** The worker's phone rings for a call that waits anyway; this says where, how long, and what comes afterwards. Thread-safe. */
final class Dequeue {

    private final ItemAdministration items;

    Dequeue(ItemAdministration items) {
        this.items = items;
    }

    /** Nothing changes when the instruction says nothing more. */
    Answer carryOut(Instruction instruction, Reservation reservation) {
        instruction.refuse("status_callback_url", "status_callback_events", "status_callback_event");
        Optional<Duration> time = instruction.ringTime();
        Reservation.Ringing ringing = new Reservation.Ringing(address(instruction, "from"), address(instruction, "to"),
                instruction.records(), instruction.optional("post_work_activity_sid"));
        return time.isEmpty() && ringing.equals(Reservation.Ringing.USUAL)
                ? Answer.DONE
                : items.ring(reservation.account(), reservation.id(), ringing, time);
    }

    private static Optional<String> address(Instruction instruction, String name) {
        Optional<String> given = instruction.optional(name);
        given.filter(address -> !Addresses.isDialable(address)).ifPresent(_ -> {
            throw new DomainException(ErrorCode.INVALID_PARAMETER,
                    name + " is neither a number in E.164 form nor sip:user@host");
        });
        return given;
    }
}
