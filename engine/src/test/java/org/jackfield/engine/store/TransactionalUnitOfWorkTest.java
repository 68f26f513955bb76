package org.jackfield.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.jackfield.engine.unit.ConflictException;
import org.jackfield.engine.unit.UnitOfWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(PostgresExtension.class)
class TransactionalUnitOfWorkTest {

    private final JdbcClient jdbc;
    private final UnitOfWork unit;
    private final PlatformTransactionManager transactions;
    private final List<String> effects = new ArrayList<>();

    TransactionalUnitOfWorkTest(JdbcClient jdbc, UnitOfWork unit, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.unit = unit;
        this.transactions = transactions;
    }

    @BeforeEach
    void makeTable() {
        jdbc.sql("DROP TABLE IF EXISTS pair").update();
        jdbc.sql("CREATE TABLE pair (id int PRIMARY KEY, value int NOT NULL)").update();
        jdbc.sql("INSERT INTO pair VALUES (1, 0), (2, 0)").update();
    }

    @Test
    void handsEffectsOutInOrderWhenTheOutermostUnitHasCommitted() {
        unit.run(() -> {
            unit.afterCommit(() -> effects.add("first sees " + valueOf(1)));
            unit.run(() -> {
                jdbc.sql("UPDATE pair SET value = 7 WHERE id = 1").update();
                unit.afterCommit(() -> effects.add("second"));
            });
            assertThat(effects).isEmpty();
        });

        assertThat(effects).containsExactly("first sees 7", "second");
    }

    @Test
    void dropsEffectsAndChangesWhenWorkThrows() {
        assertThatThrownBy(() -> unit.run(() -> {
            jdbc.sql("UPDATE pair SET value = 7 WHERE id = 1").update();
            unit.afterCommit(() -> effects.add("never"));
            throw new IllegalArgumentException("no");
        })).isInstanceOf(IllegalArgumentException.class);

        assertThat(effects).isEmpty();
        assertThat(valueOf(1)).isZero();
    }

    @Test
    void runsTheOtherEffectsWhenOneThrows() {
        unit.run(() -> {
            unit.afterCommit(() -> {
                throw new IllegalStateException("planted");
            });
            unit.afterCommit(() -> effects.add("second"));
        });

        assertThat(effects).containsExactly("second");
    }

    @Test
    void runsAnEffectAtOnceWhenNoTransactionIsOpen() {
        unit.afterCommit(() -> effects.add("now"));

        assertThat(effects).containsExactly("now");
    }

    @Test
    void commitsWhatAnEffectWritesWhenItRunsItsOwnUnit() {
        unit.run(() -> unit.afterCommit(() -> unit.run(() -> set(1, 5))));

        assertThat(valueOf(1)).isEqualTo(5);
    }

    @Test
    void commitsWhatAnEffectWritesWhenSomebodyElseOpenedTheTransaction() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> unit.run(() -> {
            set(2, 1);
            unit.afterCommit(() -> unit.run(() -> set(1, 6)));
        }));

        assertThat(valueOf(1)).isEqualTo(6);
        assertThat(valueOf(2)).isEqualTo(1);
    }

    @Test
    void readsWhatTheOpenUnitWrote() {
        int read = unit.run(() -> {
            set(1, 4);
            return unit.read(() -> valueOf(1));
        });

        assertThat(read).isEqualTo(4);
    }

    @Test
    void readsWithoutATransactionWhenNoneIsOpen() {
        boolean open = unit.read(TransactionSynchronizationManager::isActualTransactionActive);

        assertThat(open).isFalse();
    }

    @Test
    void reportsAConflictWhenTwoUnitsWaitForEachOther() {
        CyclicBarrier both = new CyclicBarrier(2);
        AtomicInteger conflicts = new AtomicInteger();

        CompletableFuture.allOf(lockBoth(both, conflicts, 1, 2), lockBoth(both, conflicts, 2, 1)).join();

        assertThat(conflicts).hasValue(1);
    }

    @Test
    void keepsADuplicateKeyAsItIs() {
        assertThatThrownBy(() -> unit.run(() -> {
            jdbc.sql("INSERT INTO pair VALUES (1, 1)").update();
        })).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void reportsAConflictWhenTheEnginesOptimisticLockIsSomewhereInTheChain() {
        assertThatThrownBy(() -> unit.run(() -> {
            throw new IllegalStateException(new org.camunda.bpm.engine.OptimisticLockingException("stale"));
        })).isInstanceOf(ConflictException.class);
    }

    private CompletableFuture<Void> lockBoth(CyclicBarrier both, AtomicInteger conflicts, int first, int second) {
        return CompletableFuture.runAsync(() -> {
            try {
                unit.run(() -> {
                    set(first, 1);
                    await(both);
                    set(second, 2);
                });
            } catch (ConflictException e) {
                conflicts.incrementAndGet();
            }
        }, task -> Thread.ofVirtual().start(task));
    }

    private static void await(CyclicBarrier both) {
        try {
            both.await();
        } catch (InterruptedException | java.util.concurrent.BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private void set(int id, int value) {
        jdbc.sql("UPDATE pair SET value = :value WHERE id = :id").param("id", id).param("value", value).update();
    }

    private int valueOf(int id) {
        return jdbc.sql("SELECT value FROM pair WHERE id = :id").param("id", id).query(Integer.class).single();
    }
}
