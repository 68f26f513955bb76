/**
 * Analyses a file of conversations: the program behind {@code ./jackfield analyze}. Imports transcripts, values and Jackson. Start at
 * {@link org.jackfield.analytics.batch.Analyze}.
 */
@NullMarked
package org.jackfield.analytics.batch;

import org.jspecify.annotations.NullMarked;
