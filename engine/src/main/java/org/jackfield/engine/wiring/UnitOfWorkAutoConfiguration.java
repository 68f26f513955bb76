package org.jackfield.engine.wiring;

import org.jackfield.engine.store.TransactionalUnitOfWork;
import org.jackfield.engine.unit.UnitOfWork;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;

/** The unit of work over the application's transactions. */
@AutoConfiguration(after = DataSourceTransactionManagerAutoConfiguration.class)
public class UnitOfWorkAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    UnitOfWork unitOfWork(PlatformTransactionManager transactions) {
        return new TransactionalUnitOfWork(transactions);
    }
}
