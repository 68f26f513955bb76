/** Kept answers in PostgreSQL. Start at {@link org.jackfield.engine.store.answer.JdbcKeptAnswers}. */
@NullMarked
package org.jackfield.engine.store.answer;

import org.jspecify.annotations.NullMarked;
