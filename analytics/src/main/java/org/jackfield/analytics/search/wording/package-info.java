/**
 * Phrases and distances between them, decided over the places of a turn's words: the same whether the places come from an index or from
 * the text. Imports the parsed language, phrases and transcripts; knows no index. Start at
 * {@link org.jackfield.analytics.search.wording.Wording}.
 */
@NullMarked
package org.jackfield.analytics.search.wording;

import org.jspecify.annotations.NullMarked;
