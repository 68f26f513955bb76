package org.jackfield.engine.node;

import java.util.regex.Pattern;

/**
 * One life of a node: its name, which stays, and its incarnation, which grows at each start. As text
 * {@code name:incarnation}.
 */
public record NodeId(String name, long incarnation) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    public NodeId {
        if (!isName(name)) {
            throw new IllegalArgumentException("not a name of a node: " + name);
        }
    }

    /** Whether a node can be called so: 1 to 63 letters, digits, dots, dashes and underscores, a letter or digit first. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException it is something else
     */
    public static NodeId parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("not the id of a node: " + text);
        }
        return new NodeId(text.substring(0, colon), Long.parseLong(text.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return name + ":" + incarnation;
    }
}
