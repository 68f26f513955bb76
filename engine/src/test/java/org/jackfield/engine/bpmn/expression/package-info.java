/** What an expression in a model may see and do, and what it must not reach. May import {@code bpmn.expression}. */
@NullMarked
package org.jackfield.engine.bpmn.expression;

import org.jspecify.annotations.NullMarked;
