package org.jackfield.engine.store.flow;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The locks that a node's job executor takes in the workflow engine's table. Thread-safe. */
public final class JobLocks {

    private final JdbcClient jdbc;

    public JobLocks(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /**
     * Frees the jobs that this node had locked when it died, so that its due timers fire at once after a restart; how many.
     * Call it before the node's job executor starts.
     */
    public int release(String node) {
        return jdbc.sql("""
                UPDATE act_ru_job SET lock_owner_ = NULL, lock_exp_time_ = NULL, rev_ = rev_ + 1
                WHERE lock_owner_ = :node""").param("node", node).update();
    }
}
