package org.jackfield.engine.store;

import com.zaxxer.hikari.HikariConfig;

/**
 * Where the database is and who we are there.
 *
 * @param url JDBC address
 */
public record DatabaseAccess(String url, String user, String password) {

    private static final long GIVE_UP_MILLIS = 1_000;
    private static final long VALIDATE_MILLIS = 500;
    private static final int CONNECT_SECONDS = 1;
    private static final int SILENT_SECONDS = 20;
    /** The server lets go within seconds of a node that stands still in the middle of a transaction, or is cut off. */
    private static final String LETS_GO = "-c idle_in_transaction_session_timeout=5s -c tcp_keepalives_idle=3 "
            + "-c tcp_keepalives_interval=2 -c tcp_keepalives_count=3";

    /**
     * A fixed pool of 2 x cores + 4 connections. A caller stands in line for a second at most, and a connection that
     * must be opened anew takes another; then he is told that there is none;
     * a server that is silent for 20 s counts as gone. Callers are served in the order in which they came.
     */
    public ConnectionPool openPool(int cores) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("jackfield");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(2 * cores + 4);
        config.setMinimumIdle(config.getMaximumPoolSize());
        config.setConnectionTimeout(GIVE_UP_MILLIS);
        config.setValidationTimeout(VALIDATE_MILLIS);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        // As texts: the driver overlooks a property that is none.
        config.addDataSourceProperty("connectTimeout", Integer.toString(CONNECT_SECONDS));
        config.addDataSourceProperty("socketTimeout", Integer.toString(SILENT_SECONDS));
        config.addDataSourceProperty("tcpKeepAlive", Boolean.toString(true));
        config.addDataSourceProperty("ApplicationName", "jackfield");
        config.addDataSourceProperty("options", LETS_GO);
        return new ConnectionPool(config);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "DatabaseAccess[url=" + url + ", user=" + user + "]";
    }
}
