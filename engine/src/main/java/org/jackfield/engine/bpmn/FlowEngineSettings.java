package org.jackfield.engine.bpmn;

import java.time.Duration;

/**
 * How the workflow engine runs on this node. {@code node} owns the locks of jobs and must be the same after a restart;
 * {@code jobs} is how many run at once (each takes a database connection); {@code jobLock} is how long a job stays
 * with a node that died; {@code pollMin} and {@code pollMax} bound the wait for due timers; {@code runJobs} is off for a
 * node that only answers.
 */
public record FlowEngineSettings(String node, int jobs, Duration jobLock, Duration pollMin, Duration pollMax,
        boolean runJobs) {

    public FlowEngineSettings {
        if (node.isBlank() || jobs < 1 || jobLock.toMillis() < 1000 || pollMin.toMillis() < 1
                || pollMax.compareTo(pollMin) < 0) {
            throw new IllegalArgumentException("the settings of the workflow engine contradict each other");
        }
    }

    /** The defaults for a node: 8 jobs, lock 10 s, polling every 250 ms to 1 s. */
    public static FlowEngineSettings of(String node) {
        return new FlowEngineSettings(node, 8, Duration.ofSeconds(10), Duration.ofMillis(250), Duration.ofSeconds(1),
                true);
    }
}
