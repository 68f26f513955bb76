package org.jackfield.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import org.jackfield.engine.store.DatabaseAccess;

/** db-scheduler as its documentation advises for many jobs: lock and fetch, and what is due at once is looked for at once. */
final class DbSchedulerJobs implements SchedulerJobs.Jobs {

    private static final String TABLE = """
            CREATE TABLE scheduled_tasks (
                task_name text NOT NULL, task_instance text NOT NULL, task_data bytea, execution_time timestamptz NOT NULL,
                picked boolean NOT NULL, picked_by text, last_success timestamptz, last_failure timestamptz,
                consecutive_failures integer, last_heartbeat timestamptz, version bigint NOT NULL, priority smallint,
                PRIMARY KEY (task_name, task_instance));
            CREATE INDEX ON scheduled_tasks (execution_time);
            CREATE INDEX ON scheduled_tasks (last_heartbeat);
            CREATE INDEX ON scheduled_tasks (priority DESC, execution_time ASC)
            """;
    private static final Duration LOOK = Duration.ofMillis(100);

    private final HikariDataSource pool;
    private final OneTimeTask<Void> task;
    private final Scheduler scheduler;

    private DbSchedulerJobs(HikariDataSource pool, Runnable job) {
        this.pool = pool;
        this.task = Tasks.oneTime("no-work").execute((_, _) -> job.run());
        this.scheduler = Scheduler.create(pool, task)
                .threads(pool.getMaximumPoolSize())
                .pollUsingLockAndFetch(0.5, 4.0)
                .pollingInterval(LOOK)
                .enableImmediateExecution()
                .build();
    }

    static DbSchedulerJobs start(DatabaseAccess database, Runnable job) {
        HikariDataSource pool = database.openPool(Runtime.getRuntime().availableProcessors());
        try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        DbSchedulerJobs jobs = new DbSchedulerJobs(pool, job);
        jobs.scheduler.start();
        return jobs;
    }

    @Override
    public void schedule(String id) {
        scheduler.scheduleIfNotExists(task.instance(id), Clock.systemUTC().instant());
    }

    @Override
    public void stop() {
        scheduler.stop();
        pool.close();
    }
}
