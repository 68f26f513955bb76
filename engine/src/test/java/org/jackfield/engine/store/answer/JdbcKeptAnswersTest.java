package org.jackfield.engine.store.answer;

import java.time.Instant;
import javax.sql.DataSource;
import org.jackfield.engine.answer.KeptAnswers;
import org.jackfield.engine.answer.KeptAnswersContract;
import org.jackfield.engine.directory.Account;
import org.jackfield.engine.directory.TokenHash;
import org.jackfield.engine.store.PostgresExtension;
import org.jackfield.engine.store.tenant.JdbcAccounts;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.UnitOfWork;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(PostgresExtension.class)
class JdbcKeptAnswersTest extends KeptAnswersContract {

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final UnitOfWork unit;

    JdbcKeptAnswersTest(DataSource dataSource, JdbcClient jdbc, UnitOfWork unit) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.unit = unit;
    }

    @Override
    protected KeptAnswers answers() {
        jdbc.sql("TRUNCATE account CASCADE").update();
        JdbcAccounts accounts = new JdbcAccounts(dataSource);
        for (AccountId id : new AccountId[]{ONE, TWO}) {
            unit.run(() -> accounts.insert(Account.active(id, "Test", TokenHash.of("t"), Instant.EPOCH)));
        }
        return new JdbcKeptAnswers(jdbc);
    }

    @Override
    protected UnitOfWork unit() {
        return unit;
    }
}
