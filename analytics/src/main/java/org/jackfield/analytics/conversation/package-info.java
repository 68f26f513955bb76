/**
 * Conversations as they are kept: who they belong to, what was said, and what was found in it; the way from a transcript to that;
 * the labels of each account and the labelling of its archive. Imports transcripts, values, labels and redaction; the stores are
 * roles that {@code analytics.store} fills. Start at {@link org.jackfield.analytics.conversation.Analyst}.
 */
@NullMarked
package org.jackfield.analytics.conversation;

import org.jspecify.annotations.NullMarked;
