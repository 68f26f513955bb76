/**
 * Checks a model before the workflow engine's parser sees it: a bounded reading of the XML, an allow-list of elements and
 * attributes, every expression, then the rules of a flow over its graph. Knows no engine but its expressions. May import
 * {@code flow} and {@code bpmn.expression}. Start at {@link org.jackfield.engine.bpmn.check.FlowValidator}.
 */
@NullMarked
package org.jackfield.engine.bpmn.check;

import org.jspecify.annotations.NullMarked;
