package org.jackfield.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jackfield.engine.store.TransactionalUnitOfWork.Patience;
import org.jackfield.engine.unit.StoreUnavailableException;
import org.jackfield.engine.unit.UnitOfWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The connection dies during COMMIT: what the caller is told is what the database did. */
@ExtendWith(PostgresExtension.class)
class LostCommitTest {

    private static final Patience BRIEF = new Patience(3, Duration.ofMillis(10));

    /** What becomes of a COMMIT that is sent. */
    private enum Line {
        WHOLE,
        CUT_BEFORE,
        CUT_AFTER
    }

    private final List<String> effects = new ArrayList<>();
    private final DataSource database;
    private final JdbcClient jdbc;
    private Line line = Line.WHOLE;

    LostCommitTest(DataSource database) {
        this.database = new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                return fragile(super.getConnection());
            }
        };
        this.jdbc = JdbcClient.create(this.database);
    }

    @BeforeEach
    void makeTable() {
        jdbc.sql("DROP TABLE IF EXISTS fact").update();
        jdbc.sql("CREATE TABLE fact (id int PRIMARY KEY)").update();
    }

    @Test
    void countsAsCommittedWhenOnlyTheAnswerWasLost() {
        String result = write(unit(new TransactionStatus(jdbc)), Line.CUT_AFTER);

        assertThat(result).isEqualTo("written");
        assertThat(facts()).isOne();
        assertThat(effects).containsExactly("told");
    }

    @Test
    void saysThatNothingWasWrittenWhenTheCommitNeverArrived() {
        UnitOfWork unit = unit(new TransactionStatus(jdbc));

        assertThatThrownBy(() -> write(unit, Line.CUT_BEFORE)).isInstanceOfSatisfying(StoreUnavailableException.class,
                away -> assertThat(away.isOutcomeUnknown()).isFalse());

        assertThat(facts()).isZero();
        assertThat(effects).isEmpty();
    }

    @Test
    void saysThatItDoesNotKnowWhenNobodyTells() {
        UnitOfWork unit = unit(new CommitWitness() {
            @Override
            public Optional<String> mark() {
                return Optional.of("1");
            }

            @Override
            public Fate fateOf(String mark) {
                return Fate.UNKNOWN;
            }
        });

        assertThatThrownBy(() -> write(unit, Line.CUT_AFTER)).isInstanceOfSatisfying(StoreUnavailableException.class,
                away -> assertThat(away.isOutcomeUnknown()).isTrue());
        assertThat(effects).isEmpty();
    }

    @Test
    void countsAsCommittedWhenAllThatWasWrittenWasWrittenLast() {
        UnitOfWork unit = unit(new TransactionStatus(jdbc));

        unit.run(() -> {
            beforeCommit(() -> jdbc.sql("INSERT INTO fact VALUES (1)").update());
            unit.afterCommit(() -> effects.add("told"));
            line = Line.CUT_AFTER;
        });

        assertThat(facts()).isOne();
        assertThat(effects).containsExactly("told");
    }

    @Test
    void asksNoSecondTimeWhenAStatementToldTheNumber() {
        UnitOfWork unit = unit(new CommitWitness() {
            @Override
            public Optional<String> mark() {
                throw new IllegalStateException("asked again");
            }

            @Override
            public Fate fateOf(String mark) {
                return new TransactionStatus(jdbc).fateOf(mark);
            }
        });

        unit.run(() -> {
            jdbc.sql("INSERT INTO fact VALUES (1)").update();
            TransactionalUnitOfWork.marked(
                    jdbc.sql("SELECT pg_current_xact_id()::text").query(String.class).single());
            unit.afterCommit(() -> effects.add("told"));
            line = Line.CUT_AFTER;
        });

        assertThat(facts()).isOne();
        assertThat(effects).containsExactly("told");
    }

    private static void beforeCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public int getOrder() {
                return 0;
            }

            @Override
            public void beforeCommit(boolean readOnly) {
                work.run();
            }
        });
    }

    @Test
    void asksNobodyWhenNothingWasWritten() {
        UnitOfWork unit = unit(new TransactionStatus(jdbc));

        line = Line.CUT_AFTER;

        assertThatThrownBy(() -> unit.run(() -> {
            jdbc.sql("SELECT 1").query(Integer.class).single();
        })).isInstanceOfSatisfying(StoreUnavailableException.class,
                away -> assertThat(away.isOutcomeUnknown()).isFalse());
    }

    private UnitOfWork unit(CommitWitness witness) {
        return new TransactionalUnitOfWork(new JdbcTransactionManager(database), witness, BRIEF);
    }

    private String write(UnitOfWork unit, Line then) {
        return unit.run(() -> {
            jdbc.sql("INSERT INTO fact VALUES (1)").update();
            unit.afterCommit(() -> effects.add("told"));
            line = then;
            return "written";
        });
    }

    private long facts() {
        return jdbc.sql("SELECT count(*) FROM fact").query(Long.class).single();
    }

    private Connection fragile(Connection connection) {
        return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[]{Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("commit") && line != Line.WHOLE) {
                        return cut(connection);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }

    private Object cut(Connection connection) throws SQLException {
        if (line == Line.CUT_AFTER) {
            connection.commit();
        } else {
            connection.rollback();
        }
        line = Line.WHOLE;
        throw new SQLException("the connection is gone", "08006");
    }
}
