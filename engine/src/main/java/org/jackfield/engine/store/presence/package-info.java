/**
 * Registrations of phones in PostgreSQL: table {@code registration}. May import {@code presence}, {@code tenant},
 * {@code unit}, {@code store}. Start at {@link org.jackfield.engine.store.presence.JdbcRegistrations}.
 */
@NullMarked
package org.jackfield.engine.store.presence;

import org.jspecify.annotations.NullMarked;
