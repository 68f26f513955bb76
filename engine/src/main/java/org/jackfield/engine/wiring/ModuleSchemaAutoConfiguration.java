package org.jackfield.engine.wiring;

import org.jackfield.engine.store.ModuleSchema;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;

/** The tables of the other modules, behind those of the engine. */
@AutoConfiguration(before = FlywayAutoConfiguration.class)
public class ModuleSchemaAutoConfiguration {

    @Bean
    FlywayMigrationStrategy migrations(ObjectProvider<ModuleSchema> modules) {
        return flyway -> {
            flyway.migrate();
            modules.orderedStream().forEach(module -> module.migrate(flyway.getConfiguration().getDataSource()));
        };
    }
}
