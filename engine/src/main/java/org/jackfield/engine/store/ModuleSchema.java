package org.jackfield.engine.store;

import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The tables that a module besides the engine has: made by migrations below {@code db/MODULE} of the class path, which are
 * numbered by themselves and remembered in a table of their own, so that neither module waits for the numbers of the other.
 *
 * @param module small letters
 */
public record ModuleSchema(String module) {

    private static final Pattern NAME = Pattern.compile("[a-z]{2,20}");

    public ModuleSchema {
        if (!NAME.matcher(module).matches()) {
            throw new IllegalArgumentException("no name of a module: " + module);
        }
    }

    /** Brings the tables up to date. Several nodes may do so at once. */
    public void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/" + module)
                .table(module + "_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
