/**
 * Work distribution in PostgreSQL: tables {@code workspace}, {@code activity}, {@code worker}, {@code work_queue},
 * {@code work_item}, {@code reservation}, {@code routing_policy} and its table. May import {@code work}, {@code tenant}, {@code id}, {@code unit},
 * {@code store}. Start at {@link org.jackfield.engine.store.work.JdbcWorkStores}.
 */
@NullMarked
package org.jackfield.engine.store.work;

import org.jspecify.annotations.NullMarked;
