/**
 * Labels on the turns of a conversation: what a business calls the things that are said. Imports transcripts, values, and its
 * own parts: {@code define} (the form of definitions), {@code match} (finding them), {@code learn} (the second voter), {@code
 * query} (the same definitions for search). Start at {@link org.jackfield.analytics.label.Labeller}.
 */
@NullMarked
package org.jackfield.analytics.label;

import org.jspecify.annotations.NullMarked;
