/**
 * Requests with an {@code Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header): done once, answered again. May
 * import {@code engine.answer}, {@code engine.unit}, {@code security}. Start at
 * {@link org.jackfield.app.repeat.RepeatFilter}.
 */
@NullMarked
package org.jackfield.app.repeat;

import org.jspecify.annotations.NullMarked;
