package org.jackfield.engine.bpmn.check;

import java.util.Map;
import java.util.Set;
import org.jackfield.engine.flow.FlowProblemCode;

/**
 * What a BPMN file may consist of. The engine's parser looks elements up by their name alone, whatever namespace they are
 * in, so a name that it knows is never accepted from another namespace.
 */
final class Vocabulary {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    static final Set<String> ENGINE_NAMESPACES = Set.of(CAMUNDA, "http://activiti.org/bpmn");
    static final Set<String> DIAGRAM = Set.of("http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DI", "http://www.omg.org/spec/DD/20100524/DC",
            "http://bpmn.io/schema/bpmn/biocolor/1.0", "http://www.omg.org/spec/BPMN/non-normative/color/1.0");

    static final Set<String> BPMN_ELEMENTS = Set.of("definitions", "process", "collaboration", "participant",
            "messageFlow", "laneSet", "childLaneSet", "lane", "flowNodeRef", "startEvent", "endEvent", "serviceTask",
            "businessRuleTask", "task", "manualTask", "receiveTask", "exclusiveGateway", "parallelGateway",
            "inclusiveGateway", "eventBasedGateway", "sequenceFlow", "incoming", "outgoing", "conditionExpression",
            "subProcess", "callActivity", "boundaryEvent", "intermediateCatchEvent", "intermediateThrowEvent",
            "timerEventDefinition", "timeDuration", "timeDate", "timeCycle", "messageEventDefinition",
            "errorEventDefinition", "escalationEventDefinition", "linkEventDefinition", "source", "target",
            "terminateEventDefinition", "conditionalEventDefinition", "condition", "message", "error", "escalation",
            "category", "categoryValue", "group", "textAnnotation", "text", "association", "documentation",
            "extensionElements", "multiInstanceLoopCharacteristics", "loopCardinality", "completionCondition",
            "dataObject", "dataObjectReference");

    static final Set<String> CAMUNDA_ELEMENTS = Set.of("inputOutput", "inputParameter", "outputParameter", "list",
            "value", "map", "entry", "properties", "property", "in", "out");

    /** Names that the engine acts on; each says what it would do. */
    static final Map<String, FlowProblemCode> FORBIDDEN_ELEMENTS = Map.ofEntries(
            Map.entry("scriptTask", FlowProblemCode.SCRIPT_FORBIDDEN),
            Map.entry("script", FlowProblemCode.SCRIPT_FORBIDDEN),
            Map.entry("executionListener", FlowProblemCode.LISTENER_FORBIDDEN),
            Map.entry("taskListener", FlowProblemCode.LISTENER_FORBIDDEN),
            Map.entry("connector", FlowProblemCode.CONNECTOR_FORBIDDEN),
            Map.entry("connectorId", FlowProblemCode.CONNECTOR_FORBIDDEN),
            Map.entry("field", FlowProblemCode.FIELD_FORBIDDEN));

    static final Map<String, FlowProblemCode> FORBIDDEN_ATTRIBUTES = Map.of(
            "class", FlowProblemCode.CLASS_FORBIDDEN, "expression", FlowProblemCode.CLASS_FORBIDDEN,
            "variableMappingClass", FlowProblemCode.CLASS_FORBIDDEN,
            "variableMappingDelegateExpression", FlowProblemCode.CLASS_FORBIDDEN,
            "type", FlowProblemCode.EXTERNAL_TASK_FORBIDDEN, "topic", FlowProblemCode.EXTERNAL_TASK_FORBIDDEN,
            "resource", FlowProblemCode.SCRIPT_FORBIDDEN, "scriptFormat", FlowProblemCode.SCRIPT_FORBIDDEN,
            "language", FlowProblemCode.SCRIPT_FORBIDDEN);

    static final Set<String> PLAIN_ATTRIBUTES = Set.of("id", "name", "isExecutable", "targetNamespace", "typeLanguage",
            "expressionLanguage", "exporter", "exporterVersion", "processType", "isClosed", "sourceRef", "targetRef",
            "default", "gatewayDirection", "eventGatewayType", "triggeredByEvent", "isInterrupting", "cancelActivity",
            "attachedToRef", "parallelMultiple", "messageRef", "errorRef", "escalationRef", "calledElement",
            "isSequential", "startQuantity", "completionQuantity", "processRef", "isImmediate",
            "associationDirection", "errorCode", "escalationCode", "dataObjectRef", "isCollection",
            "categoryValueRef", "textFormat");

    private static final Set<String> EVERY_NODE = Set.of("asyncBefore", "asyncAfter", "exclusive", "modelerTemplate",
            "modelerTemplateVersion", "modelerTemplateIcon");

    private static final Map<String, Set<String>> CAMUNDA_ATTRIBUTES = Map.of(
            "process", Set.of("historyTimeToLive", "versionTag", "isStartableInTasklist"),
            "serviceTask", Set.of("delegateExpression"),
            "businessRuleTask",
            Set.of("decisionRef", "decisionRefBinding", "decisionRefVersion", "mapDecisionResult", "resultVariable"),
            "callActivity", Set.of("calledElementBinding", "calledElementVersion", "calledElementVersionTag"),
            "errorEventDefinition", Set.of("errorCodeVariable", "errorMessageVariable"),
            "error", Set.of("errorMessage"), "escalationEventDefinition", Set.of("escalationCodeVariable"),
            "multiInstanceLoopCharacteristics", Set.of("collection", "elementVariable"),
            "conditionalEventDefinition", Set.of("variableName", "variableEvents"));

    private static final Map<String, Set<String>> EXTENSION_ATTRIBUTES = Map.of("inputParameter", Set.of("name"),
            "outputParameter", Set.of("name"), "entry", Set.of("key"), "property", Set.of("id", "name", "value"),
            "in", Set.of("source", "sourceExpression", "target", "variables", "businessKey", "local"),
            "out", Set.of("source", "sourceExpression", "target", "variables", "local"),
            "value", Set.of("id", "name"));

    private Vocabulary() {}

    static boolean mayHave(String element, String camundaAttribute) {
        return EVERY_NODE.contains(camundaAttribute)
                || CAMUNDA_ATTRIBUTES.getOrDefault(element, Set.of()).contains(camundaAttribute);
    }

    static boolean extensionMayHave(String element, String attribute) {
        return EXTENSION_ATTRIBUTES.getOrDefault(element, Set.of()).contains(attribute);
    }

    /** Whether the engine's parser acts on an element of this name. */
    static boolean isKnownName(String name) {
        return BPMN_ELEMENTS.contains(name) || CAMUNDA_ELEMENTS.contains(name) || FORBIDDEN_ELEMENTS.containsKey(name);
    }
}
