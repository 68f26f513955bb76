/**
 * State machines as declarative tables. Imports nothing of ours. Start at
 * {@link org.jackfield.engine.state.TransitionTable}.
 */
@NullMarked
package org.jackfield.engine.state;

import org.jspecify.annotations.NullMarked;
