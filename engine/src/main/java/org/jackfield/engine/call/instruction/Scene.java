package org.jackfield.engine.call.instruction;

import java.time.Instant;
import org.jackfield.engine.call.Call;
import org.jackfield.engine.call.Instruction;
import org.jackfield.engine.id.Ids;

/** What an instruction may look at: its row, the caller's record, the time, and where new ids come from. */
public record Scene(Instruction instruction, Call caller, Instant now, Ids ids) {

    boolean answered() {
        return caller.isAnswered();
    }

    /** A playback id that is unique within the call. */
    String playback(int number) {
        return instruction.id() + "/" + number;
    }
}
