package org.jackfield.engine.flow;

import java.util.List;
import java.util.Optional;

/** Files to deploy together: a BPMN model, DMN tables, or both, as they came. */
public record FlowSources(Optional<String> bpmn, List<String> decisions) {

    public FlowSources {
        decisions = List.copyOf(decisions);
    }

    public static FlowSources bpmn(String model) {
        return new FlowSources(Optional.of(model), List.of());
    }

    public static FlowSources decision(String table) {
        return new FlowSources(Optional.empty(), List.of(table));
    }
}
