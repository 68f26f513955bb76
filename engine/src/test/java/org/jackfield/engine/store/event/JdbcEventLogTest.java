package org.jackfield.engine.store.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.assertj.core.groups.Tuple;
import org.jackfield.engine.event.Event;
import org.jackfield.engine.event.EventLog;
import org.jackfield.engine.event.EventLogContract;
import org.jackfield.engine.event.EventReader;
import org.jackfield.engine.event.EventSearch;
import org.jackfield.engine.store.CountingDataSource;
import org.jackfield.engine.store.PostgresExtension;
import org.jackfield.engine.time.SettableClock;
import org.jackfield.engine.unit.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(PostgresExtension.class)
class JdbcEventLogTest extends EventLogContract {

    private final DataSource database;
    private final JdbcClient jdbc;
    private final SettableClock clock = new SettableClock();
    private final JdbcEvents events;

    JdbcEventLogTest(DataSource database, JdbcClient jdbc) {
        this.database = database;
        this.jdbc = jdbc;
        this.events = new JdbcEvents(database, clock, 11);
    }

    @AfterEach
    void stop() {
        events.close();
    }

    @Override
    protected EventLog log() {
        return events.log();
    }

    @Override
    protected EventSearch search() {
        return new JdbcEventSearch(jdbc);
    }

    @Override
    protected SettableClock clock() {
        return clock;
    }

    @Override
    protected EventReader reader() {
        return events.reader();
    }

    @Override
    protected UnitOfWork unit() {
        return events.unit();
    }

    @Test
    void missesNothingWhenTransactionsCommitOutOfOrderUnderAResumingReader() {
        CountDownLatch appended = new CountDownLatch(1);
        CountDownLatch seen = new CountDownLatch(1);
        CompletableFuture<Void> slow = CompletableFuture.runAsync(() -> unit().run(() -> {
            log().append(event("slow", "one"));
            beforeCommit(() -> {
                appended.countDown();
                waitFor(seen);
            });
        }), task -> Thread.ofVirtual().start(task));
        waitFor(appended);

        append("quick", "one");
        List<Event> first = published(1);
        seen.countDown();
        slow.join();

        assertThat(first).extracting(Event::key).containsExactly("quick");
        List<Event> rest = await().until(() -> reader().read(all(), first.getLast().position(), 10),
                page -> !page.isEmpty());
        assertThat(rest).extracting(Event::key).containsExactly("slow");
    }

    @Test
    void publishesNothingOfAStepThatRolledBack() {
        append("a", "one");
        assertThatThrownBy(() -> unit().run(() -> {
            log().append(event("a", "never"));
            throw new IllegalStateException("planted");
        })).isInstanceOf(IllegalStateException.class);
        append("a", "two");

        assertThat(published(2)).extracting(Event::seq, Event::type)
                .containsExactly(Tuple.tuple(1L, "one"), Tuple.tuple(2L, "two"));
    }

    @Test
    void forgetsWhatAStepAppendedThatRolledBackToItsSavepoint(PlatformTransactionManager transactions) {
        TransactionTemplate nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        unit().run(() -> {
            log().append(event("a", "one"));
            nested.executeWithoutResult(step -> {
                log().append(event("a", "never"));
                step.setRollbackOnly();
            });
            nested.executeWithoutResult(_ -> log().append(event("a", "two")));
        });
        unit().run(() -> {
            nested.executeWithoutResult(step -> {
                log().append(event("a", "never"));
                step.setRollbackOnly();
            });
            log().append(event("a", "three"));
        });

        assertThat(published(3)).extracting(Event::seq, Event::type)
                .containsExactly(Tuple.tuple(1L, "one"), Tuple.tuple(2L, "two"), Tuple.tuple(3L, "three"));
    }

    @Test
    void writesTheEventsOfATransactionInOneStatementHoweverManyPartsAndKeys() {
        CountingDataSource counted = new CountingDataSource(database);
        try (JdbcEvents own = new JdbcEvents(counted, new SettableClock(), 12)) {
            own.unit().run(() -> {
                own.log().append(event("a", "one"));
                own.log().append(List.of(event("b", "one"), event("a", "two")));
                own.unit().run(() -> own.log().append(event("a", "three")));
            });

            assertThat(published(4)).filteredOn(event -> event.key().equals("a"))
                    .extracting(Event::seq, Event::type)
                    .containsExactly(Tuple.tuple(1L, "one"), Tuple.tuple(2L, "two"), Tuple.tuple(3L, "three"));
            assertThat(counted.askedBy(Thread.currentThread().getName())).extracting(CountingDataSource.Asked::text)
                    .satisfiesExactly(first -> assertThat(first).contains("event_key"),
                            last -> assertThat(last).isEqualTo("commit"));
        }
    }

    @Test
    void numbersTheEventsOfEachKeyWhenATransactionTellsOfSeveral() {
        append("b", "one");
        unit().run(() -> log().append(List.of(event("b", "two"), event("a", "one"), event("b", "three"))));
        unit().run(() -> log().append(List.of(event("a", "two"), event("c", "one"))));

        assertThat(published(6)).extracting(Event::key, Event::seq, Event::type)
                .containsExactlyInAnyOrder(Tuple.tuple("b", 1L, "one"), Tuple.tuple("b", 2L, "two"),
                        Tuple.tuple("b", 3L, "three"), Tuple.tuple("a", 1L, "one"), Tuple.tuple("a", 2L, "two"),
                        Tuple.tuple("c", 1L, "one"));
    }

    @Test
    void refusesToAppendOutsideAUnitOfWork() {
        assertThatThrownBy(() -> log().append(event("a", "one"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void goesOnWhenTheRelayLosesItsConnection() {
        await().until(() -> events.relay().isHolding());
        jdbc.sql("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' "
                + "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                .query(Boolean.class)
                .list();

        append("a", "one");

        assertThat(published(1)).hasSize(1);
    }

    @Test
    void deletesWhatIsPastItsTimeAndForgetsItsKey() {
        append("a", "one");
        published(1);
        jdbc.sql("UPDATE event SET time = time - interval '31 days'").update();

        deleteOld();

        assertThat(reader().read(all(), 0, 10)).isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM event_key").query(Long.class).single()).isZero();
    }

    private void deleteOld() {
        try (Connection connection = database.getConnection()) {
            new Retention(new SettableClock(), EventOptions.defaults().keep()).deleteWhenDue(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs when the events are written and the commit is about to be sent. */
    private static void beforeCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                work.run();
            }
        });
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
