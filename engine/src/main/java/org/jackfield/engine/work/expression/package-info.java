/**
 * The language that says which workers serve a queue: {@code skills HAS "sales" AND worker.level >= 3}. A text becomes a
 * bounded tree or an error with its position; the tree is evaluated when a worker or a queue changes, never per
 * assignment. Imports nothing of ours. Start at {@link org.jackfield.engine.work.expression.Expression}.
 */
@NullMarked
package org.jackfield.engine.work.expression;

import org.jspecify.annotations.NullMarked;
