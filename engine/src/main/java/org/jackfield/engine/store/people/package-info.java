/**
 * People and their sessions in PostgreSQL. May import {@code engine.people} and Spring's JDBC client. Start at
 * {@link org.jackfield.engine.store.people.JdbcUsers}.
 */
@NullMarked
package org.jackfield.engine.store.people;

import org.jspecify.annotations.NullMarked;
