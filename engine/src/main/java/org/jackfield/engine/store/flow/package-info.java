/**
 * What must be said to the workflow engine's own tables without the engine. May import Spring's JDBC client. Start at
 * {@link org.jackfield.engine.store.flow.JobLocks}.
 */
@NullMarked
package org.jackfield.engine.store.flow;

import org.jspecify.annotations.NullMarked;
