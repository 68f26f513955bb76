package org.jackfield.engine.flow;

import java.util.Map;

/**
 * Flows and decisions that come with the application. They belong to no account; an account that has none of its own under
 * a key runs the shipped one. Deployed at the start, a file only when it changed.
 */
@FunctionalInterface
public interface ShippedFlows {

    /** The text of each file by its name, which ends in {@code .bpmn} or {@code .dmn}. */
    Map<String, String> files();
}
