package org.jackfield.analytics.label.define;

/** A phrase that cannot be; the reader adds where it stands. */
final class PhraseProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    PhraseProblem(String cause, String remedy) {
        super(cause);
        this.remedy = remedy;
    }

    String cause() {
        return String.valueOf(getMessage());
    }

    String remedy() {
        return remedy;
    }
}
