package org.jackfield.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.jackfield.engine.store.DatabaseAccess;
import org.jobrunr.configuration.JobRunr;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.server.JobActivator;
import org.jobrunr.storage.sql.postgres.PostgresStorageProvider;

/** JobRunr with its usual settings but for the time between two looks, which is its shortest. */
final class JobRunrJobs implements SchedulerJobs.Jobs {

    private static final Duration LOOK = Duration.ofSeconds(5);

    private final HikariDataSource pool;
    private final JobRequestScheduler scheduler;

    /** What is stored of a job; public, because it is read and written by reflection. */
    public record NoWork(String id) implements JobRequest {
        @Override
        public Class<Handler> getJobRequestHandler() {
            return Handler.class;
        }
    }

    /** Runs it; public, because it is called by reflection. */
    public record Handler(Runnable job) implements JobRequestHandler<NoWork> {
        @Override
        public void run(NoWork request) {
            job.run();
        }
    }

    private JobRunrJobs(HikariDataSource pool, JobRequestScheduler scheduler) {
        this.pool = pool;
        this.scheduler = scheduler;
    }

    static JobRunrJobs start(DatabaseAccess database, Runnable job) {
        HikariDataSource pool = database.openPool(Runtime.getRuntime().availableProcessors());
        Handler handler = new Handler(job);
        return new JobRunrJobs(pool, JobRunr.configure()
                .useJobActivator(new JobActivator() {
                    @Override
                    public <T> T activateJob(Class<T> type) {
                        return type.cast(handler);
                    }
                })
                .useStorageProvider(new PostgresStorageProvider(pool))
                .useBackgroundJobServer(BackgroundJobServerConfiguration
                        .usingStandardBackgroundJobServerConfiguration()
                        .andWorkerCount(pool.getMaximumPoolSize())
                        .andPollInterval(LOOK))
                .initialize()
                .getJobRequestScheduler());
    }

    @Override
    public void schedule(String id) {
        scheduler.enqueue(new NoWork(id));
    }

    @Override
    public void stop() {
        JobRunr.getBackgroundJobServer().stop();
        JobRunr.destroy();
        pool.close();
    }
}
