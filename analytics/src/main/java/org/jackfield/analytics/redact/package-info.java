/**
 * What must never be kept is taken out of a conversation before anything else is done with it: card numbers, security codes,
 * PINs, social security numbers, and what a tenant chooses besides. Imports transcripts and values. Start at
 * {@link org.jackfield.analytics.redact.Redactor}.
 */
@NullMarked
package org.jackfield.analytics.redact;

import org.jspecify.annotations.NullMarked;
