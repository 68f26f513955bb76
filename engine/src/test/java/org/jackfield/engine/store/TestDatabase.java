package org.jackfield.engine.store;

import com.zaxxer.hikari.HikariDataSource;

/** A database of one test class, with its pool. */
public record TestDatabase(DatabaseAccess access, HikariDataSource dataSource) implements AutoCloseable {

    @Override
    public void close() {
        dataSource.close();
    }
}
