package org.jackfield.engine.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Writes down what goes to the database, one entry for each time that somebody waits for it: a statement, a batch, a commit, a
 * savepoint. Thread-safe.
 */
public final class CountingDataSource extends DelegatingDataSource {

    private static final Set<String> WAITS = Set.of("execute", "executeQuery", "executeUpdate", "executeLargeUpdate",
            "executeBatch", "executeLargeBatch");
    private static final Set<String> TRANSACTION = Set.of("commit", "rollback", "setSavepoint", "releaseSavepoint");

    /** What was asked, by which thread; the text of a commit and its like is their name. */
    public record Asked(String thread, String text) {}

    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    public CountingDataSource(DataSource database) {
        super(database);
    }

    /** Forgets what was asked so far. */
    public void clear() {
        asked.clear();
    }

    /** What the threads asked whose name begins so, in order. */
    public List<Asked> askedBy(String thread) {
        return asked.stream().filter(one -> one.thread().startsWith(thread)).toList();
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return watched(Connection.class, (method, arguments) -> {
            if (TRANSACTION.contains(method.getName())) {
                note(method.getName());
            }
            Object result = call(connection, method, arguments);
            if (result instanceof PreparedStatement statement) {
                return watchedStatement(PreparedStatement.class, statement, String.valueOf(arguments[0]));
            }
            return result instanceof Statement statement
                    ? watchedStatement(Statement.class, statement, "")
                    : result;
        });
    }

    private <T extends Statement> T watchedStatement(Class<T> type, T statement, String text) {
        return watched(type, (method, arguments) -> {
            if (WAITS.contains(method.getName())) {
                note(text.isEmpty() ? String.valueOf(arguments[0]) : text);
            }
            return call(statement, method, arguments);
        });
    }

    private void note(String text) {
        asked.add(new Asked(Thread.currentThread().getName(), text));
    }

    @FunctionalInterface
    private interface Watcher {
        @Nullable
        Object invoke(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T watched(Class<T> type, Watcher watcher) {
        InvocationHandler handler = (_, method, arguments) -> watcher.invoke(method,
                arguments == null ? new Object[0] : arguments);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, handler));
    }

    private static @Nullable Object call(Object target, Method method, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
