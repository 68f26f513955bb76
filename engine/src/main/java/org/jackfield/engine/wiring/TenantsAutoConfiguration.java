package org.jackfield.engine.wiring;

import javax.sql.DataSource;
import org.jackfield.engine.directory.AccountAdmission;
import org.jackfield.engine.directory.AccountStore;
import org.jackfield.engine.directory.NumberStore;
import org.jackfield.engine.directory.SipAccessStore;
import org.jackfield.engine.directory.StoredNumberDirectory;
import org.jackfield.engine.directory.StoredSipDirectory;
import org.jackfield.engine.store.tenant.JdbcNumbers;
import org.jackfield.engine.store.tenant.JdbcSipAccess;
import org.jackfield.engine.unit.UnitOfWork;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Tenants in PostgreSQL, and what the call path asks of them. */
@AutoConfiguration(after = {UnitOfWorkAutoConfiguration.class, AccountStoresAutoConfiguration.class})
public class TenantsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    NumberStore numberStore(DataSource dataSource) {
        return new JdbcNumbers(dataSource);
    }

    @Bean
    @ConditionalOnMissingBean
    SipAccessStore sipAccessStore(DataSource dataSource) {
        return new JdbcSipAccess(dataSource);
    }

    @Bean
    AccountAdmission admission(AccountStore accounts, UnitOfWork unit) {
        return new AccountAdmission(accounts, unit);
    }

    @Bean
    StoredNumberDirectory numberDirectory(NumberStore numbers, UnitOfWork unit) {
        return new StoredNumberDirectory(numbers, unit);
    }

    @Bean
    StoredSipDirectory sipDirectory(SipAccessStore store, AccountStore accounts, UnitOfWork unit) {
        return new StoredSipDirectory(store, accounts, unit);
    }
}
