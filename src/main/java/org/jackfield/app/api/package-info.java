/**
 * The HTTP resources. This package alone translates between the names that existing SDKs send (there a work item is a
 * {@code Task}) and ours. What each operation accepts is read from {@code openapi.yml}, which is also what we serve. May
 * import the engine's ports and {@code security}. Start at {@link org.jackfield.app.api.Operations}.
 */
@NullMarked
package org.jackfield.app.api;

import org.jspecify.annotations.NullMarked;
