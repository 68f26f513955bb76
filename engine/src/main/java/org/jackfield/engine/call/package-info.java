/**
 * Calls and their legs. The way of one inbound call starts at {@link org.jackfield.engine.call.InboundCalls}; what a leg
 * can be told is {@link org.jackfield.engine.call.CallControl}; what a model tells it is an
 * {@link org.jackfield.engine.call.Instruction}. Knows no framework. May import {@code work}, {@code media},
 * {@code presence}, {@code tenant}, {@code event}, {@code unit}, {@code state}, {@code time}, {@code error}, {@code id}.
 */
@NullMarked
package org.jackfield.engine.call;

import org.jspecify.annotations.NullMarked;
