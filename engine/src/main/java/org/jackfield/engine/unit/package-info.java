/**
 * Decide, then change: a pure decider returns a {@link org.jackfield.engine.unit.Decision}, a
 * {@link org.jackfield.engine.unit.UnitOfWork} writes its changes and events in one commit and hands its effects out
 * afterwards. May import {@code error} and {@code event}.
 */
@NullMarked
package org.jackfield.engine.unit;

import org.jspecify.annotations.NullMarked;
