package org.jackfield.engine.call.instruction;

/** The BPMN errors that an instruction can end with; a boundary event catches them by {@link #code()}. */
enum FlowError {
    /** The caller entered or said nothing. */
    NO_INPUT("no-input"),
    /** The instruction's own time-out ran off. */
    TIMED_OUT("timed-out"),
    /** It could not be carried out. */
    FAILED("failed"),
    /** The called party was busy or declined. */
    BUSY("busy"),
    /** The called party did not answer. */
    NO_ANSWER("no-answer");

    private final String code;

    FlowError(String code) {
        this.code = code;
    }

    /** The error code in the model. */
    String code() {
        return code;
    }
}
