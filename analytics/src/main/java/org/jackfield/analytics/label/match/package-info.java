/**
 * Finds where a conversation satisfies label definitions. Imports definitions, transcripts and values. Start at
 * {@link org.jackfield.analytics.label.match.LabelSet}.
 */
@NullMarked
package org.jackfield.analytics.label.match;

import org.jspecify.annotations.NullMarked;
