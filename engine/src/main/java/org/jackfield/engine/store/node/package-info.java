/**
 * The nodes in PostgreSQL: a row for each, with a heartbeat. May import {@code node}, {@code unit}, {@code error},
 * {@code id}, {@code store}. Start at {@link org.jackfield.engine.store.node.JdbcNodes}.
 */
@NullMarked
package org.jackfield.engine.store.node;

import org.jspecify.annotations.NullMarked;
