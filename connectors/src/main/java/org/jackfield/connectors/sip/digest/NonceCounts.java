package org.jackfield.connectors.sip.digest;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The highest count that each nonce was used with, so that a captured answer cannot be sent again (RFC 7616, section
 * 5.3). Bounded: when a nonce is forgotten, it and every older one count as used up. Thread-safe.
 */
final class NonceCounts {

    private final int most;
    private final Map<String, Long> highest = new LinkedHashMap<>(16, 0.75f, true);
    private long forgottenUpTo = Long.MIN_VALUE;

    NonceCounts(int most) {
        this.most = most;
    }

    /** Whether the nonce was not yet used with this or a higher count; notes the use. */
    synchronized boolean use(String nonce, long count) {
        Long last = highest.get(nonce);
        if (last == null ? Nonces.madeAt(nonce) <= forgottenUpTo : last >= count) {
            return false;
        }
        highest.put(nonce, count);
        if (highest.size() > most) {
            var eldest = highest.entrySet().iterator();
            forgottenUpTo = Math.max(forgottenUpTo, Nonces.madeAt(eldest.next().getKey()));
            eldest.remove();
        }
        return true;
    }
}
