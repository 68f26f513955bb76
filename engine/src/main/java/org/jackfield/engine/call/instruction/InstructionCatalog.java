package org.jackfield.engine.call.instruction;

import java.util.Collection;
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

    private static final InstructionCatalog STANDARD = new InstructionCatalog(List.of(Definitions.ANSWER,
            Definitions.SAY, Definitions.PLAY, Definitions.PAUSE, Definitions.GATHER, Definitions.DIAL,
            Definitions.ENQUEUE, Definitions.RECORD, Definitions.HANG_UP, Definitions.SEND_EVENT));

    private final Map<String, InstructionDefinition> byName;

    private InstructionCatalog(List<InstructionDefinition> definitions) {
        Map<String, InstructionDefinition> map = new LinkedHashMap<>();
        definitions.forEach(definition -> map.put(definition.name(), definition));
        byName = Collections.unmodifiableMap(map);
    }

    /** The instructions of the product. */
    public static InstructionCatalog standard() {
        return STANDARD;
    }

    public Optional<InstructionDefinition> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All of them, in the order of the reference page. */
    public Collection<InstructionDefinition> all() {
        return byName.values();
    }
}
