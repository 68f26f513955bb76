/**
 * What applications are told over HTTP, and what they answer: the assignment callback of routing policies. May import the
 * engine, {@code connectors.webhook} and {@code app.settings}. Start at {@link org.jackfield.app.callback.AssignmentRelay}.
 */
@NullMarked
package org.jackfield.app.callback;

import org.jspecify.annotations.NullMarked;
