/**
 * The embedded database server: PostgreSQL's own programs, unpacked into the data folder and run beside us as a child
 * process, durable and closed to everybody without the generated password. May import {@code id} and
 * {@code store}. Start at
 * {@link org.jackfield.engine.store.postgres.EmbeddedPostgres}.
 */
@NullMarked
package org.jackfield.engine.store.postgres;

import org.jspecify.annotations.NullMarked;
