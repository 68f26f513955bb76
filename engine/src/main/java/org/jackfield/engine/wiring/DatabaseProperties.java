package org.jackfield.engine.wiring;

import org.jackfield.engine.error.InvalidSettingException;
import org.jackfield.engine.store.DatabaseAccess;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An external PostgreSQL; without an address the embedded one is used.
 *
 * @param url JDBC address, empty for the embedded server
 */
@ConfigurationProperties("jackfield.database")
record DatabaseProperties(@DefaultValue("") String url, @DefaultValue("jackfield") String user,
        @DefaultValue("") String password) {

    DatabaseProperties {
        if (!url.isEmpty() && !url.startsWith("jdbc:postgresql:")) {
            throw new InvalidSettingException("JACKFIELD_DATABASE_URL", url, "jdbc:postgresql://HOST:PORT/DATABASE");
        }
    }

    boolean isExternal() {
        return !url.isEmpty();
    }

    DatabaseAccess access() {
        return new DatabaseAccess(url, user, password);
    }
}
