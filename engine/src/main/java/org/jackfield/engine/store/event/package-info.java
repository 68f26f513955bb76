/**
 * The event log in PostgreSQL: events are appended in the transaction that made them true, one relay in the cluster gives
 * committed events their positions, readers resume from a position. May import {@code event}, {@code unit}, {@code id},
 * {@code tenant}, {@code store}. Start at {@link org.jackfield.engine.store.event.JdbcEventLog}, then
 * {@link org.jackfield.engine.store.event.EventRelay}.
 */
@NullMarked
package org.jackfield.engine.store.event;

import org.jspecify.annotations.NullMarked;
