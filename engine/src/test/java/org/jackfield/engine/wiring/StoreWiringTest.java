package org.jackfield.engine.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jackfield.engine.cluster.Cluster;
import org.jackfield.engine.event.Event;
import org.jackfield.engine.event.EventLog;
import org.jackfield.engine.event.EventReader;
import org.jackfield.engine.event.EventReader.Filter;
import org.jackfield.engine.event.NewEvent;
import org.jackfield.engine.node.Nodes;
import org.jackfield.engine.store.DataFolderTakenException;
import org.jackfield.engine.store.DatabaseAccess;
import org.jackfield.engine.store.PostgresExtension;
import org.jackfield.engine.store.postgres.EmbeddedPostgres;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.UnitOfWork;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The stores' auto-configurations in a bare Boot application. */
@Tag("slow")
@ExtendWith(PostgresExtension.class)
class StoreWiringTest {

    private static final AccountId ACCOUNT = new AccountId("AC1");

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({DataFolderAutoConfiguration.class, DatabaseAutoConfiguration.class,
        DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class, JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class, TimeAutoConfiguration.class, UnitOfWorkAutoConfiguration.class,
        EventAutoConfiguration.class, NodeAutoConfiguration.class, ClusterAutoConfiguration.class})
    static class Application {}

    @Configuration(proxyBeanMethods = false)
    static class OwnDataSource {

        private static DatabaseAccess access = new DatabaseAccess("", "", "");

        @Bean
        DataSource own() {
            return access.openPool(1);
        }
    }

    @TempDir
    private Path folder = Path.of("");

    @Test
    void publishesWhatWasCommittedOnTheEmbeddedDatabaseAndKeepsItOverAStart() {
        String node;
        try (ConfigurableApplicationContext context = start(Map.of(), Application.class)) {
            node = context.getBean(Nodes.class).self().name();
            assertThat(context.getBean(Cluster.class).size()).isEqualTo(1);
            assertThatThrownBy(() -> start(Map.of(), Application.class))
                    .hasRootCauseInstanceOf(DataFolderTakenException.class);
            context.getBean(UnitOfWork.class)
                    .run(() -> context.getBean(EventLog.class)
                            .append(new NewEvent(ACCOUNT, "a", "test.happened", Map.of())));
            await().until(() -> !read(context).isEmpty());
        }

        try (ConfigurableApplicationContext context = start(Map.of(), Application.class)) {
            assertThat(read(context)).extracting(Event::type).containsExactly("test.happened");
            assertThat(context.getBean(Nodes.class).self().name()).isEqualTo(node);
            assertThat(context.getBean(Nodes.class).self().incarnation()).isEqualTo(2);
        }
    }

    @Test
    void usesTheDatabaseThatIsGivenAndRefusesAWrongPassword(DatabaseAccess access) {
        Map<String, Object> given = Map.of("jackfield.database.url", access.url(), "jackfield.database.user",
                access.user(), "jackfield.database.password", access.password());
        try (ConfigurableApplicationContext context = start(given, Application.class)) {
            assertThat(context.getBeansOfType(EmbeddedPostgres.class)).isEmpty();
            assertThat(context.getBean(HikariDataSource.class).getJdbcUrl()).isEqualTo(access.url());
        }

        Map<String, Object> wrong = Map.of("jackfield.database.url", access.url(), "jackfield.database.user",
                access.user(), "jackfield.database.password", "guess");
        assertThatThrownBy(() -> start(wrong, Application.class))
                .hasStackTraceContaining("password authentication failed");
    }

    @Test
    void leavesAUsersOwnDataSourceAlone(DatabaseAccess access) {
        OwnDataSource.access = access;
        try (ConfigurableApplicationContext context = start(Map.of(), Application.class, OwnDataSource.class)) {
            assertThat(context.getBeansOfType(EmbeddedPostgres.class)).isEmpty();
            assertThat(context.getBeansOfType(DataSource.class)).containsOnlyKeys("own");
        }
    }

    private ConfigurableApplicationContext start(Map<String, Object> properties, Class<?>... sources) {
        return new SpringApplicationBuilder(sources).web(WebApplicationType.NONE)
                .properties(Map.of("jackfield.data-dir", folder.toString(), "jackfield.cluster.port", "0",
                        "spring.main.banner-mode", "off"))
                .properties(properties)
                .run();
    }

    private static List<Event> read(ConfigurableApplicationContext context) {
        return context.getBean(EventReader.class).read(new Filter(ACCOUNT, Optional.empty(), Set.of()), 0, 10);
    }
}
