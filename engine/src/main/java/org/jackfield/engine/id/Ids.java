package org.jackfield.engine.id;

/**
 * The one source of identifiers. An id is the prefix and 32 lower-case hex digits of a time-ordered value (RFC 9562,
 * UUID version 7 layout): ids made later sort later, up to the millisecond, across nodes. Thread-safe.
 */
@FunctionalInterface
public interface Ids {

    /** A new id with the prefix of its kind, such as {@code CA0199...}. */
    String next(IdPrefix prefix);
}
