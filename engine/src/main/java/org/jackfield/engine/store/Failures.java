package org.jackfield.engine.store;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jackfield.engine.unit.ConflictException;
import org.jackfield.engine.unit.StoreUnavailableException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Says what a failure of a unit of work means to the caller, from the whole chain of causes: libraries between the
 * database and us wrap what they were told. SQLSTATE codes as in PostgreSQL's manual, appendix A.
 */
public final class Failures {

    private static final int DEEPEST = 20;
    /** Serialization failure, deadlock detected, lock not available. */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "55P03");
    /** Server shut down or crashed, not yet up, read-only after a fail-over, query cancelled by a time limit. */
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "57P05", "25006", "57014");

    private Failures() {}

    /** The failure in our words, or as it came. */
    public static RuntimeException translate(RuntimeException failure) {
        Throwable link = failure;
        for (int depth = 0; link != null && depth < DEEPEST; depth++) {
            if (link instanceof ConflictException || link instanceof StoreUnavailableException) {
                return (RuntimeException) link;
            }
            if (isConflict(link)) {
                return new ConflictException("another transaction was first", failure);
            }
            if (isAway(link)) {
                return new StoreUnavailableException("the database is away", failure);
            }
            link = link.getCause();
        }
        return failure;
    }

    private static boolean isConflict(Throwable link) {
        return link instanceof ConcurrencyFailureException
                || (link instanceof SQLException sql && CONFLICTS.contains(stateOf(sql)))
                || isEnginesOptimisticLock(link.getClass());
    }

    /** The workflow engine's own class; by name, because only its plug-in may import it. */
    private static boolean isEnginesOptimisticLock(@Nullable Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            if (each.getSimpleName().equals("OptimisticLockingException")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAway(Throwable link) {
        return link instanceof CannotCreateTransactionException || link instanceof DataAccessResourceFailureException
                || link instanceof SQLTransientConnectionException || link instanceof SQLRecoverableException
                || link instanceof SQLNonTransientConnectionException
                || (link instanceof SQLException sql && isAwayState(sql));
    }

    private static boolean isAwayState(SQLException failure) {
        String state = stateOf(failure);
        return AWAY.contains(state) || state.startsWith("08") || state.startsWith("53")
                || "Connection is closed".equals(failure.getMessage());
    }

    private static String stateOf(SQLException failure) {
        String state = failure.getSQLState();
        return state == null ? "" : state;
    }
}
