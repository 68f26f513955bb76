/**
 * The ground that every store stands on: the data folder of a running instance, the unit of work over a database
 * transaction, JSON columns and row helpers. Each concept has its own store in a sub-package, with its own tables and
 * migration. May import {@code unit}, {@code error}, {@code id} and, with its sub-packages alone, {@code java.sql} and
 * {@code JdbcClient}. Start at {@link org.jackfield.engine.store.TransactionalUnitOfWork}.
 */
@NullMarked
package org.jackfield.engine.store;

import org.jspecify.annotations.NullMarked;
