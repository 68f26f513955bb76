package org.jackfield.app.settings;

import java.util.function.Supplier;

/** The base of the absolute links that we send; known once the port is. Thread-safe. */
@FunctionalInterface
public interface PublicUrl extends Supplier<String> {

    /** The absolute address of a path that starts with a slash. */
    default String of(String path) {
        return get() + path;
    }
}
