package org.jackfield.engine.bpmn;

/** A model did something that cannot be carried out; the call ends as failed, the message says why. */
final class ModelFailureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ModelFailureException(String message) {
        super(message);
    }
}
