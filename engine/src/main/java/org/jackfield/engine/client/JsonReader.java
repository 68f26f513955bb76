package org.jackfield.engine.client;

import java.util.Map;

/** Reads a JSON object (RFC 8259) that nobody vouches for: bounded in depth, no member twice, nothing after it. Thread-safe. */
@FunctionalInterface
public interface JsonReader {

    /**
     * The members: texts, numbers, booleans, lists and maps.
     *
     * @throws IllegalArgumentException it is anything else
     */
    Map<String, ?> object(byte[] text);
}
