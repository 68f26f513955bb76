package org.jackfield.engine.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jackfield.engine.store.CommitWitness.Fate;
import org.jackfield.engine.unit.StoreUnavailableException;
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
 * transaction set aside. An effect that throws is logged; the others still run.
 *
 * <p>
 * When the connection dies during COMMIT the database is asked what became of the transaction, for some seconds: a committed one
 * counts as such, effects and all. Thread-safe.
 */
public final class TransactionalUnitOfWork implements UnitOfWork {

    private static final Logger LOG = LoggerFactory.getLogger(TransactionalUnitOfWork.class);
    private static final ScopedValue<Outermost> OUTERMOST = ScopedValue.newInstance();

    private final TransactionTemplate joining;
    private final TransactionTemplate outside;
    private final CommitWitness witness;
    private final Patience patience;

    /** How often, and how far apart, the database is asked what became of a commit. */
    public record Patience(int attempts, Duration pause) {
        /** Longer than a database server takes to start again. */
        public static final Patience STANDARD = new Patience(60, Duration.ofMillis(250));
    }

    /** The outermost unit on a thread: effects of what is committed, and of what may be, and the mark of its transaction. */
    private record Outermost(List<Runnable> committed, List<Runnable> unsure, AtomicReference<String> mark) {
        Outermost() {
            this(new ArrayList<>(), new ArrayList<>(), new AtomicReference<>(""));
        }
    }

    public TransactionalUnitOfWork(PlatformTransactionManager transactions) {
        this(transactions, CommitWitness.NONE, Patience.STANDARD);
    }

    public TransactionalUnitOfWork(PlatformTransactionManager transactions, CommitWitness witness, Patience patience) {
        this.witness = witness;
        this.patience = patience;
        this.joining = new TransactionTemplate(transactions);
        this.outside = new TransactionTemplate(transactions);
        this.outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    @Override
    public <T> T run(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return execute(work);
        }
        Outermost outermost = new Outermost();
        try {
            return ScopedValue.where(OUTERMOST, outermost).call(() -> outermost(work));
        } finally {
            outermost.committed().forEach(TransactionalUnitOfWork::runSafely);
        }
    }

    @Override
    public <T> T read(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw Failures.translate(e);
        }
    }

    private <T> T outermost(Supplier<T> work) {
        AtomicReference<Optional<Supplier<T>>> done = new AtomicReference<>(Optional.empty());
        try {
            return joining.execute(status -> {
                TransactionSynchronizationManager.registerSynchronization(new Marking());
                T result = work.get();
                done.set(Optional.of(() -> result));
                return result;
            });
        } catch (RuntimeException e) {
            RuntimeException failure = Failures.translate(e);
            if (failure instanceof StoreUnavailableException && !OUTERMOST.get().mark().get().isEmpty()) {
                return settled(done.get().orElseThrow(), e);
            }
            throw failure;
        }
    }

    private <T> T settled(Supplier<T> done, RuntimeException failure) {
        return switch (fateOf(OUTERMOST.get().mark().get())) {
            case COMMITTED -> {
                OUTERMOST.get().committed().addAll(OUTERMOST.get().unsure());
                yield done.get();
            }
            case ROLLED_BACK -> throw new StoreUnavailableException("the database is away", failure);
            case UNKNOWN -> throw StoreUnavailableException.unknownOutcome(failure);
        };
    }

    private Fate fateOf(String mark) {
        Fate fate = witness.fateOf(mark);
        for (int attempt = 1; fate == Fate.UNKNOWN && attempt < patience.attempts(); attempt++) {
            LockSupport.parkNanos(patience.pause().toNanos());
            fate = witness.fateOf(mark);
        }
        LOG.info("the answer to a commit was lost; the transaction is {}", fate);
        return fate;
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

    /**
     * A statement of the open transaction told its number on the way ({@code pg_current_xact_id}), so that nobody has to ask for it
     * before the commit.
     */
    public static void marked(String number) {
        if (OUTERMOST.isBound()) {
            OUTERMOST.get().mark().set(number);
        }
    }

    /** The last act before a commit, after whatever else writes then: learns the mark, unless a statement told it already. */
    private final class Marking implements TransactionSynchronization {

        @Override
        public void beforeCommit(boolean readOnly) {
            if (OUTERMOST.get().mark().get().isEmpty()) {
                witness.mark().ifPresent(OUTERMOST.get().mark()::set);
            }
        }
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

        @Override
        public void afterCompletion(int status) {
            if (status != STATUS_COMMITTED && !dropped && OUTERMOST.isBound()) {
                OUTERMOST.get().unsure().add(effect);
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
        if (OUTERMOST.isBound()) {
            OUTERMOST.get().committed().add(effect);
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
