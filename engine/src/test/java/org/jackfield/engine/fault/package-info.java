/**
 * Nodes that die, pause and lose each other while they distribute work, and an independent checker. Start at
 * {@link org.jackfield.engine.fault.OwnerKillTest}.
 */
package org.jackfield.engine.fault;
