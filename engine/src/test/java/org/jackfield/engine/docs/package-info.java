/**
 * Pages of {@code docs/} that come out of the code, so that they cannot grow stale. Imports nothing of ours but what it draws.
 * Start at {@link org.jackfield.engine.docs.GeneratedDocs}.
 */
@NullMarked
package org.jackfield.engine.docs;

import org.jspecify.annotations.NullMarked;
