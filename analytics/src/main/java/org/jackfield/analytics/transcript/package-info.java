/**
 * What was said: a conversation's turns. Imports nothing of ours. Start at
 * {@link org.jackfield.analytics.transcript.Transcript}.
 */
@NullMarked
package org.jackfield.analytics.transcript;

import org.jspecify.annotations.NullMarked;
