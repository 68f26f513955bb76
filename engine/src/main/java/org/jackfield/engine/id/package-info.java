/**
 * Identifiers: two letters and 32 hex digits of a time-ordered id, so that paging by id is paging by time. Imports
 * nothing of ours. Start at {@link org.jackfield.engine.id.Ids}.
 */
@NullMarked
package org.jackfield.engine.id;

import org.jspecify.annotations.NullMarked;
