package org.jackfield.engine.store;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;
import javax.sql.DataSource;
import org.jackfield.engine.store.TransactionalUnitOfWork.Patience;
import org.jackfield.engine.unit.UnitOfWork;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A fresh, migrated database for each test class on one embedded server for each test JVM. Constructor, method and
 * life-cycle parameters of the types {@link DataSource}, {@link JdbcClient}, {@link UnitOfWork},
 * {@link PlatformTransactionManager}, {@link DatabaseAccess} and {@link TestDatabase} are filled in.
 */
public final class PostgresExtension implements BeforeAllCallback, AfterAllCallback, ParameterResolver {

    private static final Namespace SPACE = Namespace.create(PostgresExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        database(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        TestDatabase database = context.getStore(SPACE).remove(TestDatabase.class, TestDatabase.class);
        if (database != null) {
            database.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == DataSource.class || type == HikariDataSource.class || type == JdbcClient.class
                || type == UnitOfWork.class || type == PlatformTransactionManager.class
                || type == DatabaseAccess.class || type == TestDatabase.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        TestDatabase database = database(context);
        Class<?> type = parameter.getParameter().getType();
        if (type == JdbcClient.class) {
            return JdbcClient.create(database.dataSource());
        }
        if (type == UnitOfWork.class) {
            return new TransactionalUnitOfWork(new JdbcTransactionManager(database.dataSource()),
                    new TransactionStatus(JdbcClient.create(database.dataSource())), Patience.STANDARD);
        }
        if (type == PlatformTransactionManager.class) {
            return new JdbcTransactionManager(database.dataSource());
        }
        if (type == DatabaseAccess.class) {
            return database.access();
        }
        return type == TestDatabase.class ? database : database.dataSource();
    }

    private static TestDatabase database(ExtensionContext context) {
        TestServer server = context.getRoot()
                .getStore(SPACE)
                .computeIfAbsent(TestServer.class, key -> TestServer.start(), TestServer.class);
        return Objects.requireNonNull(context.getStore(SPACE)
                .computeIfAbsent(TestDatabase.class, key -> server.newDatabase(), TestDatabase.class));
    }
}
