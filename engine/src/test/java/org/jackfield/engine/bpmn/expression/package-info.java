/** Tests of what an expression of a model can see. */
@NullMarked
package org.jackfield.engine.bpmn.expression;

import org.jspecify.annotations.NullMarked;
