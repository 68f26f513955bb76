/**
 * The envelope of what happened. Each concept owns its event records and names its types; this package knows only the
 * envelope, the log that keeps it and the reader that resumes from a position. May import {@code tenant}, {@code id}, {@code time}.
 */
@NullMarked
package org.jackfield.engine.event;

import org.jspecify.annotations.NullMarked;
