package org.jackfield.engine.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jackfield.engine.unit.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A unit of work over a database transaction (READ COMMITTED, which is how the pool opens its connections). Joins a
 * transaction that another part, such as the workflow engine, opened on this thread.
 *
 * <p>
 * Effects run when nothing of the transaction is left on the thread, so an effect may itself run a unit of work. Inside a
 * transaction that somebody else opened that point is not ours to know: there effects run right after the commit with that
 * transaction set aside. An effect that throws is logged; the others still run. Thread-safe.
 */
public final class TransactionalUnitOfWork implements UnitOfWork {

    private static final Logger LOG = LoggerFactory.getLogger(TransactionalUnitOfWork.class);
    private static final ScopedValue<List<Runnable>> COMMITTED = ScopedValue.newInstance();

    private final TransactionTemplate joining;
    private final TransactionTemplate outside;

    public TransactionalUnitOfWork(PlatformTransactionManager transactions) {
        this.joining = new TransactionTemplate(transactions);
        this.outside = new TransactionTemplate(transactions);
        this.outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    @Override
    public <T> T run(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return execute(work);
        }
        List<Runnable> effects = new ArrayList<>();
        try {
            return ScopedValue.where(COMMITTED, effects).call(() -> execute(work));
        } finally {
            effects.forEach(TransactionalUnitOfWork::runSafely);
        }
    }

    @Override
    public void afterCommit(Runnable effect) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()
                || !TransactionSynchronizationManager.isActualTransactionActive()) {
            runSafely(effect);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new PendingEffect(effect));
    }

    /** An effect that waits for the commit; rolling back to a savepoint that is older than it drops it. */
    private final class PendingEffect implements TransactionSynchronization {

        private final Runnable effect;
        private final Set<Object> laterSavepoints = new HashSet<>();
        private boolean dropped;

        PendingEffect(Runnable effect) {
            this.effect = effect;
        }

        @Override
        public void savepoint(Object savepoint) {
            laterSavepoints.add(savepoint);
        }

        @Override
        public void savepointRollback(Object savepoint) {
            dropped |= !laterSavepoints.contains(savepoint);
        }

        @Override
        public void afterCommit() {
            if (!dropped) {
                handOut(effect);
            }
        }
    }

    private <T> T execute(Supplier<T> work) {
        try {
            return joining.execute(status -> work.get());
        } catch (RuntimeException e) {
            throw Failures.translate(e);
        }
    }

    private void handOut(Runnable effect) {
        if (COMMITTED.isBound()) {
            COMMITTED.get().add(effect);
        } else {
            outside.executeWithoutResult(status -> runSafely(effect));
        }
    }

    private static void runSafely(Runnable effect) {
        try {
            effect.run();
        } catch (RuntimeException e) {
            LOG.error("an effect of a committed unit of work failed", e);
        }
    }
}
