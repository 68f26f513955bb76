package org.jackfield.engine.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A pool with a line at its door: whoever finds all connections taken sleeps until it is their turn, first come, first served.
 *
 * <p>HikariCP itself hands a returned connection over in a loop of {@link Thread#yield()} while somebody waits. A virtual
 * thread that yields goes through the scheduler each time: under load that took as much time as the calls themselves, and
 * made carrier threads by the hundred. Behind the line nobody ever waits in HikariCP.
 */
public final class ConnectionPool extends HikariDataSource {

    private final Semaphore free;
    private final long patienceMillis;

    ConnectionPool(HikariConfig config) {
        super(config);
        this.free = new Semaphore(config.getMaximumPoolSize(), true);
        this.patienceMillis = config.getConnectionTimeout();
    }

    @Override
    public Connection getConnection() throws SQLException {
        lineUp();
        boolean taken = false;
        try {
            Connection connection = HeldConnection.of(super.getConnection(), free::release);
            taken = true;
            return connection;
        } finally {
            if (!taken) {
                free.release();
            }
        }
    }

    /** How many callers stand in the line. */
    public int waiting() {
        return free.getQueueLength();
    }

    /** Opens connections of their own to the same database, beside the pool. */
    public DataSource unpooled() {
        return new DriverManagerDataSource(getJdbcUrl(), unpooledProperties());
    }

    private Properties unpooledProperties() {
        Properties properties = new Properties();
        properties.putAll(getDataSourceProperties());
        properties.setProperty("user", getUsername());
        properties.setProperty("password", getPassword());
        return properties;
    }

    private void lineUp() throws SQLException {
        try {
            if (!free.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS)) {
                throw new SQLTransientConnectionException(
                        "all %d connections of pool %s stayed taken for %d ms, %d callers wait".formatted(
                                getMaximumPoolSize(), getPoolName(), patienceMillis, waiting()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("interrupted while waiting for a connection", e);
        }
    }
}
