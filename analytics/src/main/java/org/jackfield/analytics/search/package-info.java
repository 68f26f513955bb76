/**
 * Conversations made searchable: an index of words, labels, values and measures for each account, fed from an archive that is the truth,
 * and queries answered with the turns that match. Imports transcripts, values, its own parts ({@code language}, {@code wording}) and
 * Lucene. Start at {@link org.jackfield.analytics.search.ConversationIndex}.
 */
@NullMarked
package org.jackfield.analytics.search;

import org.jspecify.annotations.NullMarked;
