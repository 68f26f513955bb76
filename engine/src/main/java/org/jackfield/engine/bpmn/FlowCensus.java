package org.jackfield.engine.bpmn;

/**
 * What the workflow engine keeps in its tables now, for the whole cluster.
 *
 * @param instances process instances that run, those of calls and those of work items
 * @param jobs timers and other jobs, due or not
 * @param failedJobs jobs that were given up after their last try
 */
public record FlowCensus(long instances, long jobs, long failedJobs) {}
