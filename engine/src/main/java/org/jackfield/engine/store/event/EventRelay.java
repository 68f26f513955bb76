package org.jackfield.engine.store.event;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives positions to committed events. Every node runs one; the one that holds the advisory lock of the database works, the
 * others wait for it. Lock and work are on one connection, so a relay that lost its connection has lost both, and another
 * takes over. One thread of its own; {@link #nudge} may be called from any.
 */
public final class EventRelay implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventRelay.class);
    /** Any number will do as long as nothing else in the database takes it. */
    private static final long LOCK = 0x4a61_636b_4556_0001L;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    private static final String TAKE = "SELECT pg_try_advisory_lock(" + LOCK + ")";
    private static final String GIVE_BACK = "SELECT pg_advisory_unlock_all()";
    /** The server must notice within seconds that this node is gone, or nobody could take over. */
    private static final String NOTICE_LOSS = "SET tcp_keepalives_idle = 3; SET tcp_keepalives_interval = 2; "
            + "SET tcp_keepalives_count = 3";

    /** What is committed within it comes in one batch: a moment's wait instead of a transaction for nearly each event. */
    private static final Duration GATHERING = Duration.ofMillis(10);

    private final DataSource database;
    private final Duration poll;
    private final Retention retention;
    private final Runnable onPlaced;
    private final Nudge nudge = new Nudge();
    private final Thread thread;
    private volatile boolean holding;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** @param onPlaced called after each batch, on the relay's thread */
    public EventRelay(DataSource database, EventOptions options, Clock clock, Runnable onPlaced) {
        this.database = database;
        this.poll = options.poll();
        this.retention = new Retention(clock, options.keep());
        this.onPlaced = onPlaced;
        this.thread = Thread.ofVirtual().name("event-relay").unstarted(this::loop);
    }

    /** Starts the thread. The tables must be there. */
    public void start() {
        thread.start();
    }

    /** Something was committed on this node: do not wait for the next look. */
    public void nudge() {
        nudge.run();
    }

    /** Whether this node's relay is the one that works. */
    public boolean isHolding() {
        return holding;
    }

    /** Stops and gives the lock back. */
    @Override
    public void close() {
        closed.countDown();
        nudge.run();
        try {
            if (thread.isAlive() && !thread.join(LONGEST_STOP)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        try {
            while (!isClosed()) {
                tryToHold();
                nudge.await(BETWEEN_TRIES);
            }
        } catch (InterruptedException e) {
            LOG.debug("the event relay stops");
        }
    }

    private void tryToHold() throws InterruptedException {
        try {
            holdAndPlace();
        } catch (SQLException | RuntimeException e) {
            LOG.debug("the event relay lost its connection", e);
        }
    }

    /** Returns at once when another node holds the lock, else when closed or the connection is lost. */
    private void holdAndPlace() throws SQLException, InterruptedException {
        try (Connection connection = database.getConnection()) {
            if (!take(connection)) {
                return;
            }
            holding = true;
            LOG.debug("this node gives events their positions");
            try {
                place(connection);
            } finally {
                holding = false;
                giveBack(connection);
            }
        }
    }

    private void place(Connection connection) throws SQLException, InterruptedException {
        for (boolean goesOn = !isClosed(); goesOn;) {
            int placed = Positions.place(connection);
            if (placed > 0) {
                onPlaced.run();
            }
            retention.deleteWhenDue(connection);
            goesOn = placed < Positions.BATCH ? gathers() : !isClosed();
        }
    }

    /** Waits for something to place, and a moment more; false when it is to stop. */
    private boolean gathers() throws InterruptedException {
        nudge.await(poll);
        return !closed.await(GATHERING.toMillis(), TimeUnit.MILLISECONDS);
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private static boolean take(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(NOTICE_LOSS);
            try (ResultSet row = statement.executeQuery(TAKE)) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static void giveBack(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(GIVE_BACK);
        } catch (SQLException e) {
            LOG.debug("the lock went with its connection", e);
        }
    }
}
