package org.jackfield.engine.bpmn;

/** The innermost message of a failure, which is the one that names what the model did. */
final class Reasons {

    private static final int DEEPEST = 20;

    private Reasons() {}

    static String of(Throwable failure) {
        Throwable link = failure;
        for (int depth = 0; depth < DEEPEST && link.getCause() != null; depth++) {
            link = link.getCause();
        }
        String message = link.getMessage();
        return message == null || message.isBlank() ? link.getClass().getSimpleName() : message;
    }
}
