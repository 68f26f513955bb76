/**
 * Nodes that die, pause and lose each other while they distribute work, and an independent checker. Start at
 * {@link org.jackfield.engine.fault.OwnerKillTest}.
 */
@NullMarked
package org.jackfield.engine.fault;

import org.jspecify.annotations.NullMarked;
