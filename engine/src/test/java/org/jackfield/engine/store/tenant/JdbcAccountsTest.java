package org.jackfield.engine.store.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.jackfield.engine.directory.Account;
import org.jackfield.engine.directory.AccountsContract;
import org.jackfield.engine.directory.ApiKeys;
import org.jackfield.engine.directory.SigningSecrets;
import org.jackfield.engine.directory.TokenHash;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.store.PostgresExtension;
import org.jackfield.engine.store.Seal;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.UnitOfWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(PostgresExtension.class)
class JdbcAccountsTest extends AccountsContract {

    private final DataSource dataSource;
    private final UnitOfWork unit;

    JdbcAccountsTest(DataSource dataSource, UnitOfWork unit) {
        this.dataSource = dataSource;
        this.unit = unit;
    }

    @Override
    protected Stores stores() {
        JdbcClient.create(dataSource).sql("TRUNCATE account CASCADE").update();
        return new Stores(new JdbcAccounts(dataSource), new JdbcApiKeys(dataSource),
                new JdbcSigningSecrets(JdbcClient.create(dataSource), new Seal(new byte[32])),
                new JdbcSipAccess(dataSource), unit);
    }

    @Test
    void saysThatASecretWasSealedWithAnotherKey() {
        Stores stores = stores();
        AccountId account = new AccountId("AC1");
        stores.unit()
                .run(() -> stores.accounts()
                        .insert(Account.active(account, "one", TokenHash.of("token"), Instant.EPOCH)));
        String key = new ApiKeys(stores.keys(), stores.secrets(), unit, prefix -> "SK1", InstantSource.system())
                .create(account, Optional.empty())
                .key()
                .id();
        byte[] others = new byte[32];
        others[0] = 1;
        SigningSecrets elsewhere = new JdbcSigningSecrets(JdbcClient.create(dataSource), new Seal(others));

        assertThatThrownBy(() -> elsewhere.find(key)).isInstanceOfSatisfying(DomainException.class,
                refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.KEY_SEALED_ELSEWHERE));
    }
}
