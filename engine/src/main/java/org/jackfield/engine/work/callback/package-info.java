/**
 * Telling an application what happens in its workspaces. The events are read from the stream; stored is how far each workspace
 * has come, not a row for each delivery. Knows nothing of HTTP. May import {@code event}, {@code tenant}, {@code error}. Start at
 * {@link org.jackfield.engine.work.callback.Progress}.
 */
@NullMarked
package org.jackfield.engine.work.callback;

import org.jspecify.annotations.NullMarked;
