/**
 * The language in which a business person asks for conversations: text in, a typed tree with places out, or a problem with its
 * code, cause and remedy. Imports transcripts, values and the phrases of label definitions; knows no index. Start at
 * {@link org.jackfield.analytics.search.language.QueryParser}.
 */
@NullMarked
package org.jackfield.analytics.search.language;

import org.jspecify.annotations.NullMarked;
