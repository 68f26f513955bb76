/**
 * Conversations of the analytics module in transactions of the engine: what is stored, changed and erased is told by an event of
 * the same transaction. Imports both modules. Start at {@link org.jackfield.app.conversation.ConversationDesk}.
 */
@NullMarked
package org.jackfield.app.conversation;

import org.jspecify.annotations.NullMarked;
