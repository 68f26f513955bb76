package org.jackfield.engine.call.instruction;

import org.jackfield.engine.flow.InstructionSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every instruction that a model may use, by name. A new one is a class with its definition and one line here; nothing else
 * knows the names. Immutable and thread-safe.
 */
public final class InstructionCatalog {

    private static final InstructionCatalog STANDARD = new InstructionCatalog(List.of(AnswerCall.KIND,
            PlaySound.SAY, PlaySound.PLAY, Pause.KIND, Gather.KIND, Dial.KIND, Enqueue.KIND, RecordVoice.KIND,
            HangUp.KIND,
            SendEvent.KIND));

    private final Map<String, InstructionKind> byName;

    private InstructionCatalog(List<InstructionKind> kinds) {
        Map<String, InstructionKind> map = new LinkedHashMap<>();
        kinds.forEach(kind -> map.put(kind.definition().name(), kind));
        byName = Collections.unmodifiableMap(map);
    }

    /** The instructions of the product. */
    public static InstructionCatalog standard() {
        return STANDARD;
    }

    /** How the instruction of that name is carried out. */
    public Optional<InstructionKind> kind(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** What a model can say, for its check and its documentation. */
    public InstructionSet definitions() {
        return new InstructionSet(byName.values().stream().map(InstructionKind::definition).toList());
    }
}
