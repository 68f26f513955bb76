package org.jackfield.analytics.conversation;

/** A transcript that is not taken. The message says what is wrong and what to do, and holds nothing of what was said. */
public final class RefusedTranscriptException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public RefusedTranscriptException(String message) {
        super(message);
    }
}
