package org.jackfield.engine.flow;

/** Every reason why a model is refused, or warned about, with its cause and its remedy for whoever draws it. */
public enum FlowProblemCode {
    XML_INVALID(true, "The file is not well-formed XML.", "Export the model again from the modeler."),
    XML_FORBIDDEN(true, "The file has a document type, an entity or a processing instruction.",
            "Remove it; a model needs none."),
    MODEL_TOO_LARGE(true, "The model is larger, deeper or longer than allowed.", "Split it into called processes."),
    NOT_A_MODEL(true, "The file is not a BPMN 2.0 or DMN 1.x model.", "Deploy the file that the modeler saves."),
    PROCESS_COUNT(true, "A flow has exactly one executable process.",
            "Mark one process as executable and deploy others by themselves."),
    KEY_INVALID(true, "The id of the process cannot be a flow's key.",
            "Use letters, digits, '_', '-' and '.', at most 128, a letter or '_' first."),
    ELEMENT_NOT_ALLOWED(true, "The element is not one that a flow may use.",
            "Use an instruction, a gateway, an event, a decision or a sub-process."),
    ATTRIBUTE_NOT_ALLOWED(true, "The attribute is not one that a flow may use.", "Remove the attribute."),
    LISTENER_FORBIDDEN(true, "Listeners would run code.", "Draw the step as an instruction."),
    SCRIPT_FORBIDDEN(true, "Scripts would run code.", "Use an expression with the documented functions."),
    CLASS_FORBIDDEN(true, "Classes and beans would run code.", "Use an instruction: ${say}, ${gather}, ..."),
    CONNECTOR_FORBIDDEN(true, "Connectors would run code.", "Use the instruction sendEvent."),
    FIELD_FORBIDDEN(true, "Fields would be injected into code.", "Use input parameters."),
    EXTERNAL_TASK_FORBIDDEN(true, "No external worker serves flows.", "Use an instruction."),
    EXPRESSION_INVALID(true, "The expression cannot be read, or calls what does not exist.",
            "Use variables, map keys, list indexes and the documented functions."),
    EXPRESSION_TOO_LARGE(true, "The expression is too long or too deep.", "Split it over several variables."),
    REFERENCE_NOT_CONSTANT(true, "What is called must be known when the flow is deployed.",
            "Name the decision or flow without an expression."),
    REFERENCE_UNKNOWN(true, "The element refers to something that is not in the model.", "Connect the element again."),
    INSTRUCTION_UNKNOWN(true, "The service task names no instruction.",
            "Choose an element template, or set the delegate expression to ${NAME} of an instruction."),
    INPUT_MISSING(true, "A required input of the instruction is missing.", "Fill in the input that the cause names."),
    INPUT_INVALID(true, "An input of the instruction has an impossible value.", "Correct the value."),
    INPUT_UNKNOWN(false, "The instruction has no input of that name.", "Correct the name or remove the input."),
    NO_START(true, "The process or sub-process has no start event that fits.",
            "Draw one start event; only event sub-processes start by a message, a timer or an error."),
    DEAD_END(true, "The token cannot leave the element.", "Connect it to the next element or to an end event."),
    UNREACHABLE(true, "No token ever reaches the element.", "Connect it or remove it."),
    GATEWAY_WITHOUT_CONDITION(true, "A way out of the gateway has no condition and is not the default.",
            "Add a condition to each way, or make one the default."),
    GATEWAY_WITHOUT_DEFAULT(false, "The flow fails when no condition of the gateway is true.",
            "Make one way out the default."),
    NO_HANG_UP_PATH(true, "Nothing says what happens when the call ends while the element waits.",
            "Draw interrupting event sub-processes that start with the messages caller-hung-up and call-lost."),
    LOOP_WITHOUT_WAIT(true, "The flow can go round in circles without waiting for anything.",
            "Put an instruction or a timer into the circle."),
    ERROR_NOT_CAUGHT(false, "The flow fails when the instruction ends with this error.",
            "Attach an error boundary event with that code, or one without a code."),
    MESSAGE_UNNAMED(true, "The message that is waited for has no name.", "Give the message a name."),
    DECISION_NOT_DEPLOYED(true, "The decision is not deployed.", "Deploy the DMN table first, or together."),
    FLOW_NOT_DEPLOYED(true, "The called flow is not deployed.", "Deploy the called flow first."),
    LANGUAGE_FORBIDDEN(true, "A decision is written in FEEL.", "Remove the expression language or set it to feel."),
    FEEL_FORBIDDEN(true, "The FEEL expression uses what a decision may not use.",
            "Use comparisons, ranges, lists and the documented functions."),
    ENGINE_REFUSED(true, "The workflow engine does not accept the model.", "Correct what the cause names.");

    private final boolean refuses;
    private final String cause;
    private final String remedy;

    FlowProblemCode(boolean refuses, String cause, String remedy) {
        this.refuses = refuses;
        this.cause = cause;
        this.remedy = remedy;
    }

    /** Whether the model is refused for it; else it is a warning. */
    public boolean refuses() {
        return refuses;
    }

    public String cause() {
        return cause;
    }

    public String remedy() {
        return remedy;
    }
}
