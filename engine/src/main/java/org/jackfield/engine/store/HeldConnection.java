package org.jackfield.engine.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A connection that tells once when it was given back. */
final class HeldConnection implements InvocationHandler {

    private static final Class<?>[] SHAPE = {Connection.class};

    private final Connection connection;
    private final Runnable givenBack;
    private final AtomicBoolean closed = new AtomicBoolean();

    private HeldConnection(Connection connection, Runnable givenBack) {
        this.connection = connection;
        this.givenBack = givenBack;
    }

    static Connection of(Connection connection, Runnable givenBack) {
        return (Connection) Proxy.newProxyInstance(HeldConnection.class.getClassLoader(), SHAPE,
                new HeldConnection(connection, givenBack));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "close" -> close();
            case "equals" -> arguments != null && isMine(arguments[0]);
            case "hashCode" -> hashCode();
            default -> call(method, arguments);
        };
    }

    private boolean isMine(@Nullable Object other) {
        return other != null && Proxy.isProxyClass(other.getClass()) && equals(Proxy.getInvocationHandler(other));
    }

    private @Nullable Object close() throws Throwable {
        try {
            connection.close();
            return null;
        } finally {
            if (closed.compareAndSet(false, true)) {
                givenBack.run();
            }
        }
    }

    private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
