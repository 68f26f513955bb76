package org.jackfield.connectors.sip;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The calls that we make to ourselves: their secret random Call-IDs, each good for one INVITE. Nothing in a message alone
 * makes it trusted. Thread-safe.
 */
final class OnNetCalls {

    private final Set<String> expected = ConcurrentHashMap.newKeySet();

    void expect(String callId) {
        expected.add(callId);
    }

    void forget(String callId) {
        expected.remove(callId);
    }

    /** Whether the INVITE is ours; only the first one that says so is. */
    boolean claim(String callId) {
        return expected.remove(callId);
    }
}
