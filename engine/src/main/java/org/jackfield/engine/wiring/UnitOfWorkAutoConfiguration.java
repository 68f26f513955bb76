package org.jackfield.engine.wiring;

import org.jackfield.engine.store.CommitWitness;
import org.jackfield.engine.store.TransactionStatus;
import org.jackfield.engine.store.TransactionalUnitOfWork;
import org.jackfield.engine.store.TransactionalUnitOfWork.Patience;
import org.jackfield.engine.unit.UnitOfWork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The unit of work over the application's transactions. */
@AutoConfiguration(after = {DataSourceTransactionManagerAutoConfiguration.class, JdbcClientAutoConfiguration.class})
public class UnitOfWorkAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    UnitOfWork unitOfWork(PlatformTransactionManager transactions, ObjectProvider<JdbcClient> jdbc) {
        JdbcClient client = jdbc.getIfAvailable();
        return new TransactionalUnitOfWork(transactions,
                client == null ? CommitWitness.NONE : new TransactionStatus(client), Patience.STANDARD);
    }
}
