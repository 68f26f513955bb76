package org.jackfield.analytics.search.language;

/** A query that cannot be answered, and why. */
public final class InvalidQueryException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient QueryProblem problem;

    public InvalidQueryException(QueryProblem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public InvalidQueryException(QueryProblem.Code code, Place place, String cause, String remedy) {
        this(new QueryProblem(code, place, cause, remedy));
    }

    public QueryProblem problem() {
        return problem;
    }
}
