package org.jackfield.analytics.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jackfield.analytics.extract.ValueType;

/** What an account wants kept, and how long. Methods join the open transaction. Thread-safe. */
public interface KeepingRules {

    /**
     * The rules of an account.
     *
     * @param keep how long from the beginning of a conversation; for ever if it is empty
     * @param redact types of values that are taken out besides card numbers and the like
     */
    record Rules(Optional<Duration> keep, Set<ValueType> redact) {

        /** Of an account that chose nothing. */
        public static final Rules NONE = new Rules(Optional.empty(), Set.of());

        public Rules {
            redact = Set.copyOf(redact);
        }
    }

    /** An account and its rules. */
    record OfAccount(String account, Rules rules) {}

    Rules of(String account);

    void put(String account, Rules rules);

    /** Accounts that keep conversations for some time only, those behind one, in order. */
    List<OfAccount> limited(String afterAccount, int limit);
}
