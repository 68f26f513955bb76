/**
 * Time as something that is handed in: clocks come as {@link java.time.Clock}, delays through
 * {@link org.jackfield.engine.time.Timers}; spans as {@link org.jackfield.engine.time.Span}. Imports nothing of ours.
 */
@NullMarked
package org.jackfield.engine.time;

import org.jspecify.annotations.NullMarked;
