package org.jackfield.analytics.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the label definitions of accounts are kept, with all their versions. A version counts the changes of an account's labels.
 * Methods join the open transaction. Thread-safe.
 */
public interface Definitions {

    /**
     * A definition.
     *
     * @param json a file of definitions that holds this one
     * @param version the account's version that brought it
     */
    record Defined(String name, String json, long version, Instant changed) {}

    /** The account's version; 0 if it never had labels. */
    long version(String account);

    /** The same; it does not change until the transaction ends. */
    long holdVersion(String account);

    /** The labels that there are now, by name. */
    List<Defined> all(String account);

    Optional<Defined> find(String account, String name);

    /** Changes or adds labels, by name, and answers with the version that has them. */
    long put(String account, Map<String, String> json, Instant now);

    /** Takes a label away and answers with the version without it; nothing if there is none. */
    Optional<Long> remove(String account, String name, Instant now);
}
