package org.jackfield.engine.call;

import java.util.Optional;
import org.slf4j.MDC;

/**
 * The ids that stand on each log line of a call: account and root call. Code that works for a call runs inside
 * {@link #enter}, on whatever thread; what is not known is empty. Immutable.
 */
public record Trace(String account, String call) {

    private static final String ACCOUNT = "account";
    private static final String CALL = "call";

    /** Ends what {@link Trace#enter} began. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    /** What the current thread works for. */
    public static Trace current() {
        return new Trace(value(ACCOUNT), value(CALL));
    }

    /** This one, with what is empty filled in from the other. */
    public Trace or(Trace other) {
        return new Trace(account.isEmpty() ? other.account : account, call.isEmpty() ? other.call : call);
    }

    /** From now until the scope closes log lines of the current thread carry the ids. */
    public Scope enter() {
        Trace before = current();
        put();
        return before::put;
    }

    private void put() {
        put(ACCOUNT, account);
        put(CALL, call);
    }

    private static void put(String key, String value) {
        if (value.isEmpty()) {
            MDC.remove(key);
        } else {
            MDC.put(key, value);
        }
    }

    private static String value(String key) {
        return Optional.ofNullable(MDC.get(key)).orElse("");
    }
}
