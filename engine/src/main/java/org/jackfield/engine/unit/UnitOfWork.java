package org.jackfield.engine.unit;

import java.util.function.Supplier;

/**
 * One commit: changes, events and the engine's own state are written together, then the effects are handed out. The
 * transaction belongs to the thread; the stores' methods join it.
 *
 * <p>
 * Work may be run again after a {@link ConflictException}, so it must have no effect outside the database; whatever
 * touches the world goes through {@link #afterCommit}. Thread-safe.
 */
public interface UnitOfWork {

    /**
     * Runs the work in a transaction, joining the thread's open one if there is one.
     *
     * @throws ConflictException another transaction was first; nothing was written, run it again
     * @throws StoreUnavailableException the database is away; nothing was written, unless the exception says that this is unknown
     */
    <T> T run(Supplier<T> work);

    /** As {@link #run(Supplier)}, without a result. */
    default void run(Runnable work) {
        run(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /**
     * Reads, joining the thread's open transaction if there is one. Without one each statement stands alone and sees what is
     * committed when it begins, which is what it would see in a transaction of its own (READ COMMITTED). The work writes nothing.
     *
     * @throws StoreUnavailableException the database is away
     */
    default <T> T read(Supplier<T> work) {
        return run(work);
    }

    /**
     * Hands the effect to the thread that commits, once the transaction has committed, in the order of registration.
     * Dropped when it rolls back. Runs at once when no transaction is open. An effect must not throw and must not block:
     * it puts a message into a mailbox.
     */
    void afterCommit(Runnable effect);
}
