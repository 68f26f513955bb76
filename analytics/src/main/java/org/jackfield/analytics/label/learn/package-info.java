/**
 * A second voter that learns labels from conversations whose labels are known. Imports definitions' matches, transcripts and
 * values. Start at {@link org.jackfield.analytics.label.learn.Trainer}.
 */
@NullMarked
package org.jackfield.analytics.label.learn;

import org.jspecify.annotations.NullMarked;
