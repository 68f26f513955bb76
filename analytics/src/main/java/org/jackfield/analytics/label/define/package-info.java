/**
 * Label definitions as a business writes them: their form, what may be wrong with them, and what they mean. Imports
 * transcripts and values. Start at {@link org.jackfield.analytics.label.define.DefinitionReader}.
 */
@NullMarked
package org.jackfield.analytics.label.define;

import org.jspecify.annotations.NullMarked;
