package org.jackfield.connectors.sip;

import gov.nist.javax.sip.stack.SIPTransaction;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.stream.Collectors;

/** The transactions that a stack still holds, in words: what a test shows when it expected none. */
final class Leftovers {

    private Leftovers() {}

    static String of(SipCallControl control) {
        Object stack = field(field(field(control, "server"), "endpoint"), "stack");
        return "client transactions:\n" + table(stack, "clientTransactionTable") + "\nserver transactions:\n"
                + table(stack, "serverTransactionTable");
    }

    private static String table(Object stack, String name) {
        return ((Map<?, ?>) field(SIPTransactionStack.class, stack, name)).values()
                .stream()
                .map(Leftovers::words)
                .collect(Collectors.joining("\n"));
    }

    private static Object field(Object owner, String name) {
        return field(owner.getClass(), owner, name);
    }

    private static Object field(Class<?> type, Object owner, String name) {
        try {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            return field.get(owner);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type + " keeps its " + name + " elsewhere now", e);
        }
    }

    private static String words(Object transaction) {
        SIPTransaction held = (SIPTransaction) transaction;
        return "  %s %s, %s\n%s".formatted(held.getMethod(), held.getState(), held.getTransactionId(),
                String.valueOf(held.getRequest()).indent(4));
    }
}
