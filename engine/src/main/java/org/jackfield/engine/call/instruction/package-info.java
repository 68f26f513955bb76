/**
 * What a model can tell a leg, one class each: its definition (name, parameters, results, errors) and a small immutable
 * state machine that carries it out. Pure: no threads, no clock, no stores. May import {@code call}, {@code work},
 * {@code media}, {@code tenant}, {@code error}, {@code id}. Start at
 * {@link org.jackfield.engine.call.instruction.InstructionCatalog}.
 */
@NullMarked
package org.jackfield.engine.call.instruction;

import org.jspecify.annotations.NullMarked;
