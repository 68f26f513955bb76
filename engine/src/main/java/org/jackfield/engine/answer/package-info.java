/**
 * Requests that are sent twice and done once: the answer to the first is kept and given again. May import {@code tenant}.
 * Start at {@link org.jackfield.engine.answer.KeptAnswers}.
 */
@NullMarked
package org.jackfield.engine.answer;

import org.jspecify.annotations.NullMarked;
