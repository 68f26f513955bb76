/**
 * The plug-in of the workflow engine: instructions as service tasks, flows that calls and work items run, what happens to
 * a process instance when its call ends, and the engine's own configuration. All imports of the workflow engine lie in
 * here. May import every port of {@code engine} ({@code call}, {@code work}, {@code flow}, {@code event}, {@code unit},
 * {@code tenant}, {@code error}, {@code id}). Start at {@link org.jackfield.engine.bpmn.BpmnFlowRuns} (a call's way) or
 * {@link org.jackfield.engine.bpmn.FlowEngine} (how the engine is built).
 */
@NullMarked
package org.jackfield.engine.bpmn;

import org.jspecify.annotations.NullMarked;
