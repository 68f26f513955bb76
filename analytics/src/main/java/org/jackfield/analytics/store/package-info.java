/**
 * Conversations, labels and what belongs to them in PostgreSQL. The tables are made by the migrations below {@code db/analytics},
 * which are numbered by themselves. Imports the roles of {@code analytics.conversation} and what they hold. Start at
 * {@link org.jackfield.analytics.store.JdbcConversations}.
 */
@NullMarked
package org.jackfield.analytics.store;

import org.jspecify.annotations.NullMarked;
