package org.jackfield.engine.store;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks PostgreSQL, which keeps the fate of each transaction by its number ({@code pg_xact_status}). */
public final class TransactionStatus implements CommitWitness {

    private static final Logger LOG = LoggerFactory.getLogger(TransactionStatus.class);

    private final JdbcClient jdbc;

    public TransactionStatus(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> mark() {
        return jdbc.sql("SELECT coalesce(pg_current_xact_id_if_assigned()::text, '')")
                .query(String.class)
                .optional()
                .filter(number -> !number.isEmpty());
    }

    @Override
    public Fate fateOf(String mark) {
        try {
            return jdbc.sql("SELECT coalesce(pg_xact_status(CAST(:mark AS xid8)), '')")
                    .param("mark", mark)
                    .query(String.class)
                    .optional()
                    .map(TransactionStatus::fate)
                    .orElse(Fate.UNKNOWN);
        } catch (DataAccessException away) {
            LOG.debug("the fate of transaction {} is not known yet", mark, away);
            return Fate.UNKNOWN;
        }
    }

    private static Fate fate(String status) {
        return switch (status) {
            case "committed" -> Fate.COMMITTED;
            case "aborted" -> Fate.ROLLED_BACK;
            default -> Fate.UNKNOWN;
        };
    }
}
