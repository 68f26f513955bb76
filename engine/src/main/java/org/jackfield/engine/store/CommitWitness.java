package org.jackfield.engine.store;

import java.util.Optional;

/**
 * Knows what became of a transaction whose COMMIT was sent and never answered: the connection died, and the server may have
 * committed before or not at all. Thread-safe.
 */
public interface CommitWitness {

    /** For stores that cannot lose an answer. */
    CommitWitness NONE = new CommitWitness() {
        @Override
        public Optional<String> mark() {
            return Optional.empty();
        }

        @Override
        public Fate fateOf(String mark) {
            return Fate.UNKNOWN;
        }
    };

    /** What became of a transaction. */
    enum Fate {
        COMMITTED,
        ROLLED_BACK,
        /** Not to be learned now, or it is not over yet: ask again. */
        UNKNOWN
    }

    /** A mark of the thread's transaction, empty when it wrote nothing. Asked inside of the transaction, as its last act. */
    Optional<String> mark();

    /** The fate of a transaction by its mark; asked outside of any transaction. Does not throw. */
    Fate fateOf(String mark);
}
