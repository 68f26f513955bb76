/**
 * How variables of a process instance are kept: maps and lists as JSON, never as serialised Java objects. May import the
 * workflow engine. Start at {@link org.jackfield.engine.bpmn.variable.JsonVariables}.
 */
@NullMarked
package org.jackfield.engine.bpmn.variable;

import org.jspecify.annotations.NullMarked;
