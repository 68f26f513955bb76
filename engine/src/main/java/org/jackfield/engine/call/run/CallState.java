package org.jackfield.engine.call.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.call.Call;
import org.jackfield.engine.call.Instruction;
import org.jackfield.engine.call.instruction.InstructionState;
import org.jackfield.engine.tenant.FlowAddress;

/** All that a mailbox knows of its call. Immutable: a step that is rolled back leaves it as it was. */
record CallState(Call root, Flow flow, Map<String, Leg> legs, Map<String, Running> running,
        Map<String, Take> takes, Ear ear) {

    /** So that a phone that presses for ever cannot fill the heap; longer than any menu that is typed ahead. */
    static final int MOST_TYPED = 32;

    CallState {
        legs = Collections.unmodifiableMap(new LinkedHashMap<>(legs));
        running = Collections.unmodifiableMap(new LinkedHashMap<>(running));
        takes = Map.copyOf(takes);
    }

    /** What runs, or is to run once the call is there; and whether the process is to hear of the end of the call. */
    record Flow(Phase phase, Optional<FlowAddress> wanted, Duration ringTime) {
        enum Phase {
            NONE,
            RUNNING,
            /** The flow itself ended the call and goes on without it. */
            HUNG_UP,
            ENDED
        }

        /** The same, with another flow to run once the call is there. */
        Flow to(FlowAddress other) {
            return new Flow(phase, Optional.of(other), ringTime);
        }

        Flow in(Phase next) {
            return new Flow(next, wanted, ringTime);
        }
    }

    /** Another leg of the call, and the instruction that dialled it. */
    record Leg(Call call, String instruction) {}

    record Running(Instruction instruction, InstructionState state) {}

    /** A recording that is being made. */
    record Take(String instruction, Optional<String> workItem, Instant started) {}

    /**
     * Which instruction the caller listens to, whether he is connected with another leg, and the digits that he pressed
     * while no instruction took them.
     */
    record Ear(Optional<String> instruction, boolean connected, String typed) {
        static final Ear SILENCE = new Ear(Optional.empty(), false, "");

        Ear silent() {
            return new Ear(Optional.empty(), false, typed);
        }

        Ear to(String listening, boolean withAnotherLeg) {
            return new Ear(Optional.of(listening), withAnotherLeg, typed);
        }

        Ear typed(String digits) {
            return new Ear(instruction, connected, digits.length() > MOST_TYPED
                    ? digits.substring(0, MOST_TYPED)
                    : digits);
        }
    }

    static CallState of(Call root, Optional<FlowAddress> wanted, Duration ringTime) {
        Flow.Phase phase = root.run().processInstance().isPresent() ? Flow.Phase.RUNNING : Flow.Phase.NONE;
        return new CallState(root, new Flow(phase, wanted, ringTime), Map.of(), Map.of(), Map.of(), Ear.SILENCE);
    }

    /** Whether nothing can come any more that somebody waits for. */
    boolean isOver() {
        return root.isOver() && legs.isEmpty() && running.isEmpty() && takes.isEmpty();
    }
}
