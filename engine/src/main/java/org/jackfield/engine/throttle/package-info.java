/**
 * What slows abuse down. Imports nothing of ours. Start at {@link org.jackfield.engine.throttle.GuessBrake}.
 */
@NullMarked
package org.jackfield.engine.throttle;

import org.jspecify.annotations.NullMarked;
