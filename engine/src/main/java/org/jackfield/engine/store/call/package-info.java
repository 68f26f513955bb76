/**
 * Calls, instructions and recordings in PostgreSQL ({@code V3__calls.sql}). May import {@code call}, {@code store},
 * {@code tenant}, {@code unit}, JDBC and Spring's JdbcClient. Start at {@link org.jackfield.engine.store.call.JdbcCalls}.
 */
@NullMarked
package org.jackfield.engine.store.call;

import org.jspecify.annotations.NullMarked;
