/**
 * Runs the workflow engine's jobs (drawn timers, asynchronous continuations). May import the workflow engine. Start at
 * {@link org.jackfield.engine.bpmn.job.BoundedJobExecutor}.
 */
@NullMarked
package org.jackfield.engine.bpmn.job;

import org.jspecify.annotations.NullMarked;
