/**
 * Typed values said in a conversation, with their normal form and their place. Imports transcripts only. Start at
 * {@link org.jackfield.analytics.extract.ExtractedValue}.
 */
@NullMarked
package org.jackfield.analytics.extract;

import org.jspecify.annotations.NullMarked;
