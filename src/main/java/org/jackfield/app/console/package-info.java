/**
 * Serves the console's files. The console itself is TypeScript in {@code src/console}; it uses the public API like any
 * other client. May import {@code jakarta.servlet} and Spring. Start at {@link org.jackfield.app.console.ConsoleFilter}.
 */
@NullMarked
package org.jackfield.app.console;

import org.jspecify.annotations.NullMarked;
