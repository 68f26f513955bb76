package org.jackfield.engine.work.policy;

/**
 * What is wrong with a policy's document, or hardly meant: where it stands in the document
 * ({@code task_routing.filters[0].targets[1].timeout}), what it is, and the detail.
 */
public record PolicyProblem(String path, Code code, String detail) {

    /** What can be wrong, its cause and what helps. */
    public enum Code {
        MISSING("A member that has to be there is not.", "Add it."),
        WRONG_TYPE("A member has another type than it should.", "Give it the type that the message names."),
        OUT_OF_RANGE("A number or a length is out of its range.",
                "Choose a value in the range that the message names."),
        UNKNOWN_QUEUE("A target names a queue that the workspace does not have.",
                "Make the queue first, or correct its id."),
        BAD_EXPRESSION("An expression cannot be read.", "Correct it at the position that the message names."),
        WRONG_SCOPE("An expression asks about something that is not known at that place.",
                "A filter knows task. and taskrouter., a target worker. too, skip_if workers. and task., order_by worker."),
        NEVER_TRUE("An expression, or an alternative in it, can never be true.",
                "Correct the comparison, or remove it."),
        UNREACHABLE("A filter or target can never be reached.", "Put it before the one that takes everything."),
        UNKNOWN_MEMBER("A member has no meaning here and is not looked at.", "Correct its name, or remove it."),
        AMBIGUOUS("A target names its worker twice.", "Keep known_worker_sid or known_worker_friendly_name.");

        private final String cause;
        private final String remedy;

        Code(String cause, String remedy) {
            this.cause = cause;
            this.remedy = remedy;
        }

        public String cause() {
            return cause;
        }

        public String remedy() {
            return remedy;
        }
    }
}
