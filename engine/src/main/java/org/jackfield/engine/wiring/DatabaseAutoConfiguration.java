package org.jackfield.engine.wiring;

import javax.sql.DataSource;
import org.jackfield.engine.store.ConnectionPool;
import org.jackfield.engine.store.DataFolder;
import org.jackfield.engine.store.DatabaseAccess;
import org.jackfield.engine.store.postgres.EmbeddedPostgres;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/** The connection pool: on the database that is given, else on the embedded server. A user's own data source wins. */
@AutoConfiguration(before = DataSourceAutoConfiguration.class, after = DataFolderAutoConfiguration.class)
@ConditionalOnMissingBean(DataSource.class)
@EnableConfigurationProperties(DatabaseProperties.class)
public class DatabaseAutoConfiguration {

    @Bean
    @Conditional(NoExternalDatabase.class)
    EmbeddedPostgres embeddedPostgres(DataFolder folder) {
        return EmbeddedPostgres.start(folder.resolve("postgres"));
    }

    @Bean
    ConnectionPool dataSource(DatabaseProperties properties, ObjectProvider<EmbeddedPostgres> embedded) {
        DatabaseAccess access = properties.isExternal() ? properties.access() : embedded.getObject().access();
        return access.openPool(Runtime.getRuntime().availableProcessors());
    }
}
