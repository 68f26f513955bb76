package org.jackfield.engine.call.run;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jackfield.engine.call.Call;
import org.jackfield.engine.call.Instruction;
import org.jackfield.engine.call.InstructionOutcome;
import org.jackfield.engine.call.Recording;
import org.jackfield.engine.event.NewEvent;

/** The events of calls: keyed by the root, so that a call's story is in order. */
final class CallEvents {

    private CallEvents() {}

    /** An event about a leg with its facts: {@code call.received}, {@code call.answered}, ... */
    static NewEvent of(String type, Call leg) {
        return of(type, leg, Map.of());
    }

    static NewEvent of(String type, Call leg, Map<String, ?> more) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("call", leg.id());
        leg.parties().parent().ifPresent(parent -> data.put("parent", parent));
        data.put("direction", leg.parties().direction().text());
        data.put("from", leg.parties().from());
        data.put("to", leg.parties().to());
        data.put("status", leg.status().text());
        leg.endCause().ifPresent(cause -> data.put("cause", word(cause)));
        leg.talked().ifPresent(talked -> data.put("duration", talked.toSeconds()));
        data.putAll(more);
        return new NewEvent(leg.account(), leg.root(), type, data);
    }

    /** {@code call.completed} or {@code call.failed}. */
    static NewEvent ended(Call leg) {
        return of(switch (leg.status()) {
            case COMPLETED -> "call.completed";
            default -> "call.failed";
        }, leg);
    }

    static NewEvent issued(Instruction instruction) {
        return about("instruction.issued", instruction, Map.of());
    }

    static NewEvent completed(Instruction instruction, InstructionOutcome outcome) {
        return about("instruction.completed", instruction,
                outcome instanceof InstructionOutcome.Failed failed
                        ? Map.of("outcome", outcome.word(), "code", failed.code().name(), "detail", failed.detail())
                        : Map.of("outcome", outcome.word()));
    }

    static NewEvent recorded(Recording recording) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("recording", recording.id());
        data.put("call", recording.callId());
        recording.workItem().ifPresent(item -> data.put("workItem", item));
        data.put("duration", recording.duration().toSeconds());
        data.put("status", recording.status().name().toLowerCase(Locale.ROOT));
        return new NewEvent(recording.account(), recording.callId(), "recording.completed", data);
    }

    private static NewEvent about(String type, Instruction instruction, Map<String, ?> more) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("instruction", instruction.id());
        data.put("name", instruction.name());
        data.put("element", instruction.element());
        data.putAll(more);
        return new NewEvent(instruction.account(), instruction.callId(), type, data);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
