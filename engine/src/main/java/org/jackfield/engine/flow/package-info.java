/**
 * Flows as their neighbours see them: what a model may tell a call ({@link org.jackfield.engine.flow.InstructionSet}), how
 * a flow is deployed, checked, listed and read ({@link org.jackfield.engine.flow.Flows}), and every reason why a model is
 * refused ({@link org.jackfield.engine.flow.FlowProblemCode}). Knows no framework; {@code engine.bpmn} implements it. May
 * import {@code tenant} and {@code error}. Start at {@link org.jackfield.engine.flow.Flows}.
 */
@NullMarked
package org.jackfield.engine.flow;

import org.jspecify.annotations.NullMarked;
