/**
 * The language of work distribution: {@code skills HAS "sales" AND worker.level >= task.level}. A text becomes a bounded tree
 * or an error with its position; a tree warns when it can never be true, explains why it is false, and takes known values in
 * so that what is left can be kept as a set of workers. Imports nothing of ours. Start at
 * {@link org.jackfield.engine.work.expression.Expression}.
 */
@NullMarked
package org.jackfield.engine.work.expression;

import org.jspecify.annotations.NullMarked;
