package org.jackfield.engine.flow;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The instructions that a model may use, by name. Immutable. */
public final class InstructionSet {

    /** Appends an event to the call; the only instruction that needs no leg and does not wait. */
    public static final String SEND_EVENT = "sendEvent";

    private final Map<String, InstructionDefinition> byName;

    public InstructionSet(Collection<InstructionDefinition> definitions) {
        Map<String, InstructionDefinition> map = new LinkedHashMap<>();
        definitions.forEach(definition -> map.put(definition.name(), definition));
        byName = Map.copyOf(map);
    }

    public Optional<InstructionDefinition> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All of them, by name. */
    public List<InstructionDefinition> all() {
        return byName.values().stream().sorted((a, b) -> a.name().compareTo(b.name())).toList();
    }

    /** The name inside {@code ${name}}, when the text has just that form. */
    public static Optional<String> nameIn(String delegateExpression) {
        String text = delegateExpression.strip();
        return text.matches("[$#]\\{\\s*[A-Za-z][A-Za-z0-9]*\\s*}")
                ? Optional.of(text.substring(2, text.length() - 1).strip())
                : Optional.empty();
    }
}
