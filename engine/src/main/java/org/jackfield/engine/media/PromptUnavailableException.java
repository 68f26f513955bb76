package org.jackfield.engine.media;

/** A prompt could not be fetched, decoded or spoken; the model sees the error {@code failed}. */
public final class PromptUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PromptUnavailableException(String message) {
        super(message);
    }

    public PromptUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
