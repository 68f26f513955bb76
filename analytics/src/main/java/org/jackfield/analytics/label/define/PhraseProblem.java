package org.jackfield.analytics.label.define;

/** A phrase that cannot be, and what to write instead; whoever reads it adds where it stands. */
public final class PhraseProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    PhraseProblem(String cause, String remedy) {
        super(cause);
        this.remedy = remedy;
    }

    public String cause() {
        return String.valueOf(getMessage());
    }

    public String remedy() {
        return remedy;
    }
}
