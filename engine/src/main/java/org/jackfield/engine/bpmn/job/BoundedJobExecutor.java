package org.jackfield.engine.bpmn.job;

import java.util.List;
import java.util.concurrent.Semaphore;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;

/**
 * One virtual thread a batch of jobs, at most so many at once; more are handed back to the engine, which unlocks them and
 * backs off. Thread-safe.
 */
public final class BoundedJobExecutor extends JobExecutor {

    private final int limit;
    private final Semaphore places;

    public BoundedJobExecutor(int limit) {
        this.limit = limit;
        this.places = new Semaphore(limit);
    }

    @Override
    protected void startExecutingJobs() {
        startJobAcquisitionThread();
    }

    /** Waits for the jobs that run, so that none is cut off by the closing of the connection pool. */
    @Override
    protected void stopExecutingJobs() {
        stopJobAcquisitionThread();
        places.acquireUninterruptibly(limit);
        places.release(limit);
    }

    @Override
    public void executeJobs(List<String> jobIds, ProcessEngineImpl engine) {
        if (!places.tryAcquire()) {
            logRejectedExecution(engine, jobIds.size());
            rejectedJobsHandler.jobsRejected(jobIds, engine, this);
            return;
        }
        Runnable jobs = getExecuteJobsRunnable(jobIds, engine);
        Thread.ofVirtual().name("job").start(() -> {
            try {
                jobs.run();
            } finally {
                places.release();
            }
        });
    }
}
