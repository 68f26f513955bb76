package org.jackfield.engine.wiring;

import javax.sql.DataSource;
import org.jackfield.engine.answer.KeptAnswers;
import org.jackfield.engine.directory.AccountStore;
import org.jackfield.engine.directory.ApiKeyStore;
import org.jackfield.engine.directory.ApplicationStore;
import org.jackfield.engine.directory.CallbackKeys;
import org.jackfield.engine.directory.SigningSecrets;
import org.jackfield.engine.id.Secrets;
import org.jackfield.engine.store.DataFolder;
import org.jackfield.engine.store.Seal;
import org.jackfield.engine.store.answer.JdbcKeptAnswers;
import org.jackfield.engine.store.tenant.JdbcAccounts;
import org.jackfield.engine.store.tenant.JdbcApiKeys;
import org.jackfield.engine.store.tenant.JdbcApplications;
import org.jackfield.engine.store.tenant.JdbcCallbackKeys;
import org.jackfield.engine.store.tenant.JdbcSigningSecrets;
import org.jackfield.engine.unit.UnitOfWork;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where accounts, their keys and applications, and the answers to their requests are kept. */
@AutoConfiguration(after = UnitOfWorkAutoConfiguration.class)
public class AccountStoresAutoConfiguration {

    private static final int CALLBACK_KEY_BYTES = 32;

    @Bean
    @ConditionalOnMissingBean
    AccountStore accountStore(DataSource dataSource) {
        return new JdbcAccounts(dataSource);
    }

    @Bean
    @ConditionalOnMissingBean
    ApiKeyStore apiKeyStore(DataSource dataSource) {
        return new JdbcApiKeys(dataSource);
    }

    @Bean
    @ConditionalOnMissingBean
    ApplicationStore applicationStore(DataSource dataSource) {
        return new JdbcApplications(dataSource);
    }

    @Bean
    @ConditionalOnMissingBean
    CallbackKeys callbackKeys(DataSource dataSource, UnitOfWork unit) {
        return new JdbcCallbackKeys(JdbcClient.create(dataSource), unit, () -> Secrets.token(CALLBACK_KEY_BYTES));
    }

    @Bean
    @ConditionalOnMissingBean
    KeptAnswers keptAnswers(DataSource dataSource) {
        return new JdbcKeptAnswers(JdbcClient.create(dataSource));
    }

    @Bean
    @ConditionalOnMissingBean
    SigningSecrets signingSecrets(JdbcClient jdbc, DataFolder folder, @Value("${jackfield.seal-key:}") String key) {
        return new JdbcSigningSecrets(jdbc, Seal.of(key, folder));
    }
}
