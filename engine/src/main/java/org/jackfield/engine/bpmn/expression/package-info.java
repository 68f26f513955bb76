/**
 * What an expression of a model can see: variables, map keys, list indexes and a fixed set of functions. No beans, no
 * properties or methods of Java objects, no objects of the engine. May import the workflow engine. Start at
 * {@link org.jackfield.engine.bpmn.expression.SafeExpressions}.
 */
@NullMarked
package org.jackfield.engine.bpmn.expression;

import org.jspecify.annotations.NullMarked;
