/**
 * Registrations of phones and clients in PostgreSQL, and the looks that presence is due: tables {@code registration},
 * {@code client_registration}, {@code presence_watch}. May import {@code presence}, {@code node}, {@code tenant}, {@code id}, {@code unit},
 * {@code store}. Start at {@link org.jackfield.engine.store.presence.JdbcRegistrations}.
 */
@NullMarked
package org.jackfield.engine.store.presence;

import org.jspecify.annotations.NullMarked;
