package org.jackfield.engine.cluster;

/** A text on its way, as three lines of which the last may itself have several. */
record NodeMessage(String to, String subject, String text) {

    private static final int PARTS = 3;

    NodeMessage {
        if (to.contains("\n") || subject.contains("\n")) {
            throw new IllegalArgumentException("the subject of a message is one line");
        }
    }

    String encode() {
        return to + "\n" + subject + "\n" + text;
    }

    static NodeMessage decode(String encoded) {
        String[] parts = encoded.split("\n", PARTS);
        return parts.length == PARTS
                ? new NodeMessage(parts[0], parts[1], parts[2])
                : new NodeMessage("", "", "");
    }
}
