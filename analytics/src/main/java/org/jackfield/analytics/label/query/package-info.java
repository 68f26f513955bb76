/**
 * Label definitions as queries over an index of turns, for search and for labelling old conversations anew. Imports definitions,
 * transcripts, values and Lucene. Start at {@link org.jackfield.analytics.label.query.LabelQueries}.
 */
@NullMarked
package org.jackfield.analytics.label.query;

import org.jspecify.annotations.NullMarked;
