package org.jackfield.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who gets a connection when all are taken. */
@ExtendWith(PostgresExtension.class)
class ConnectionPoolTest {

    private static final int SIZE = 6;

    @Test
    void tellsWithinASecondThatAllConnectionsAreTakenAndGivesThemOutAgain(TestDatabase database) throws SQLException {
        try (HikariDataSource pool = database.access().openPool(1)) {
            List<Connection> held = takeAll(pool);

            assertThatThrownBy(pool::getConnection).isInstanceOf(SQLTransientConnectionException.class)
                    .hasMessageContaining("all 6 connections of pool jackfield stayed taken for 1000 ms");

            for (Connection connection : held) {
                connection.close();
                connection.close();
            }
            assertThat(takeAll(pool)).as("closing twice frees one place").hasSize(SIZE);
            assertThatThrownBy(pool::getConnection).isInstanceOf(SQLTransientConnectionException.class);
        }
    }

    @Test
    void letsNobodyWaitInsideThePool(TestDatabase database) throws SQLException {
        AtomicInteger waitedInside = new AtomicInteger();
        AtomicInteger served = new AtomicInteger();
        try (HikariDataSource pool = database.access().openPool(1);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            fill(pool);
            JdbcClient jdbc = JdbcClient.create(pool);
            for (int i = 0; i < 200; i++) {
                callers.execute(() -> {
                    jdbc.sql("SELECT pg_sleep(0.005)").query((row, number) -> number).single();
                    waitedInside.accumulateAndGet(pool.getHikariPoolMXBean().getThreadsAwaitingConnection(), Math::max);
                    served.incrementAndGet();
                });
            }
            await().until(() -> served.get() == 200);
        }
        assertThat(waitedInside).as("those who look through the connections count too").hasValueLessThan(SIZE);
    }

    @Test
    void servesInTheOrderOfComing(TestDatabase database) throws Exception {
        try (ConnectionPool pool = database.access().openPool(1)) {
            List<Connection> held = takeAll(pool);
            List<Integer> order = new ArrayList<>();
            CountDownLatch done = new CountDownLatch(5);
            for (int i = 0; i < 5; i++) {
                int number = i;
                Thread waiting = Thread.ofPlatform().daemon().start(() -> {
                    try (Connection connection = pool.getConnection()) {
                        order.add(connection.isClosed() ? -1 : number);
                        done.countDown();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
                await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
            }

            assertThat(pool.waiting()).isEqualTo(5);
            held.getFirst().close();
            done.await();

            assertThat(order).containsExactly(0, 1, 2, 3, 4);
        }
    }

    @Test
    void passesTheConnectionAndItsErrorsThrough(TestDatabase database) throws SQLException {
        try (HikariDataSource pool = database.access().openPool(1); Connection connection = pool.getConnection()) {
            assertThat(connection.unwrap(PGConnection.class).getBackendPID()).isPositive();
            assertThat(Set.of(connection)).contains(connection);
            assertThatThrownBy(() -> connection.prepareStatement("SELECT nothing").executeQuery())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("nothing");
        }
    }

    @Test
    void boundsHowLongASilentServerIsWaitedForInThePoolAndBesideIt(TestDatabase database) throws SQLException {
        try (ConnectionPool pool = database.access().openPool(1);
                Connection own = pool.getConnection();
                Connection beside = pool.unpooled().getConnection();
                Statement statement = beside.createStatement();
                ResultSet row = statement.executeQuery("SHOW idle_in_transaction_session_timeout")) {
            assertThat(own.getNetworkTimeout()).isEqualTo(20_000);
            assertThat(beside.getNetworkTimeout()).isEqualTo(20_000);
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("5s");
        }
    }

    /** Lets the pool open what it may hold. */
    private static void fill(HikariDataSource pool) throws SQLException {
        for (Connection connection : takeAll(pool)) {
            connection.close();
        }
    }

    private static List<Connection> takeAll(HikariDataSource pool) throws SQLException {
        List<Connection> held = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            held.add(pool.getConnection());
        }
        return held;
    }
}
