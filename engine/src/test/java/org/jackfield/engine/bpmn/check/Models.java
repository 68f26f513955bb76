package org.jackfield.engine.bpmn.check;

/** Small models as text, for tests of their check. */
public final class Models {

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
            <bpmn:message id="hung-up" name="caller-hung-up"/><bpmn:message id="lost" name="call-lost"/>
            <bpmn:error id="quiet" errorCode="no-input"/>
            <bpmn:process id="flow" isExecutable="true">""";
    private static final String TAIL = "</bpmn:process></bpmn:definitions>";

    private Models() {}

    /** A process of just this. */
    public static String process(String body) {
        return HEAD + body + TAIL;
    }

    /** Start, the task with the id {@code speak}, end; with paths for the end of the call. */
    public static String flow(String task) {
        return process(line(task) + endings());
    }

    /** Start, the task with the id {@code speak}, end. */
    public static String line(String task) {
        return "<bpmn:startEvent id=\"in\"/><bpmn:sequenceFlow id=\"to\" sourceRef=\"in\" targetRef=\"speak\"/>" + task
                + "<bpmn:sequenceFlow id=\"from\" sourceRef=\"speak\" targetRef=\"out\"/><bpmn:endEvent id=\"out\"/>";
    }

    public static String say(String id, String text) {
        return instruction(id, "say", input("text", text));
    }

    public static String instruction(String id, String name, String inputs) {
        return "<bpmn:serviceTask id=\"" + id + "\" camunda:delegateExpression=\"${" + name
                + "}\"><bpmn:extensionElements><camunda:inputOutput>" + inputs
                + "</camunda:inputOutput></bpmn:extensionElements></bpmn:serviceTask>";
    }

    public static String input(String name, String value) {
        return "<camunda:inputParameter name=\"" + name + "\">" + value + "</camunda:inputParameter>";
    }

    /** Interrupting event sub-processes for both endings of a call. */
    public static String endings() {
        return ending("hung-up") + ending("lost");
    }

    public static String ending(String message) {
        return "<bpmn:subProcess id=\"sub-" + message + "\" triggeredByEvent=\"true\"><bpmn:startEvent id=\"start-"
                + message + "\"><bpmn:messageEventDefinition id=\"def-" + message + "\" messageRef=\"" + message
                + "\"/></bpmn:startEvent><bpmn:sequenceFlow id=\"over-" + message + "\" sourceRef=\"start-" + message
                + "\" targetRef=\"end-" + message + "\"/><bpmn:endEvent id=\"end-" + message + "\"/></bpmn:subProcess>";
    }

    /** A table that always answers {@code open}. */
    public static String decision(String key) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="defs" name="d" namespace="n">
                <decision id="KEY" name="d"><decisionTable id="t"><output id="o" name="hours" typeRef="string"/>
                <rule id="r"><outputEntry id="e"><text>"open"</text></outputEntry></rule></decisionTable></decision>
                </definitions>""".replace("KEY", key);
    }
}
