package org.jackfield.engine.bpmn.check;

import java.util.List;
import java.util.Set;
import org.jackfield.engine.bpmn.check.XmlElement.Attribute;
import org.jackfield.engine.flow.FlowProblemCode;

/** A DMN file: an allow-list of elements and attributes, FEEL only, and only a part of FEEL. */
final class DecisionRules {

    private static final String DMN = "omg.org/spec/DMN/";
    private static final Set<String> ELEMENTS = Set.of("definitions", "decision", "decisionTable", "input",
            "inputExpression", "inputValues", "output", "outputValues", "rule", "inputEntry", "outputEntry", "text",
            "description", "informationRequirement", "requiredDecision", "requiredInput", "inputData", "variable",
            "literalExpression", "annotation", "annotationEntry", "question", "allowedAnswers", "extensionElements");
    private static final Set<String> EVALUATED = Set.of("inputExpression", "inputEntry", "outputEntry",
            "literalExpression", "defaultOutputEntry");
    private static final Set<String> ATTRIBUTES = Set.of("id", "name", "label", "hitPolicy", "aggregation", "typeRef",
            "namespace", "href", "expressionLanguage", "preferredOrientation", "exporter", "exporterVersion",
            "outputLabel", "typeLanguage");
    private static final Set<String> CAMUNDA_ATTRIBUTES = Set.of("inputVariable", "historyTimeToLive", "versionTag",
            "diagramRelationId");

    private final Problems problems;

    private DecisionRules(Problems problems) {
        this.problems = problems;
    }

    /** The keys of the decisions in the file. */
    static List<String> check(String xml, Problems problems) {
        try {
            XmlElement definitions = XmlReading.read(xml);
            if (!isDmn(definitions) || !definitions.name.equals("definitions")) {
                problems.add("", FlowProblemCode.NOT_A_MODEL, definitions.name);
                return List.of();
            }
            new DecisionRules(problems).walk(definitions);
            return definitions.children.stream()
                    .filter(each -> isDmn(each) && each.name.equals("decision"))
                    .map(XmlElement::id)
                    .toList();
        } catch (XmlReading.Refused e) {
            problems.add("", e.code, String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    private static boolean isDmn(XmlElement element) {
        return (element.namespace.contains(DMN) && element.namespace.endsWith("MODEL/"))
                || element.namespace.equals("http://www.omg.org/spec/DMN/20151101/dmn.xsd");
    }

    private void walk(XmlElement element) {
        if ((element.namespace.contains(DMN) && element.namespace.contains("DMNDI"))
                || element.namespace.contains("omg.org/spec/DMN/20180521/D")
                || element.namespace.startsWith("http://camunda.org/schema/1.0/dmn/biodi")
                || element.namespace.startsWith("http://bpmn.io/schema/dmn/biodi")) {
            return;
        }
        if (!isDmn(element) || !ELEMENTS.contains(element.name)) {
            problems.add(element, FlowProblemCode.ELEMENT_NOT_ALLOWED, element.name);
            return;
        }
        element.attributes.forEach(attribute -> check(element, attribute));
        if (EVALUATED.contains(element.name)) {
            element.children.stream()
                    .filter(child -> child.name.equals("text"))
                    .flatMap(child -> FeelCheck.violation(child.text()).stream())
                    .forEach(detail -> problems.add(element, FlowProblemCode.FEEL_FORBIDDEN, detail));
        }
        element.children.forEach(this::walk);
    }

    private void check(XmlElement element, Attribute attribute) {
        boolean allowed = switch (attribute.namespace()) {
            case "" -> ATTRIBUTES.contains(attribute.name());
            case "http://camunda.org/schema/1.0/dmn" -> CAMUNDA_ATTRIBUTES.contains(attribute.name());
            default -> !attribute.namespace().contains("camunda.org");
        };
        if (!allowed) {
            problems.add(element, FlowProblemCode.ATTRIBUTE_NOT_ALLOWED, attribute.name());
        }
        if (attribute.name().equals("expressionLanguage") && !isFeel(attribute.value())) {
            problems.add(element, FlowProblemCode.LANGUAGE_FORBIDDEN, attribute.value());
        }
    }

    private static boolean isFeel(String language) {
        return language.isEmpty() || language.equals("feel") || language.equals("FEEL")
                || (language.contains("omg.org/spec/") && language.contains("FEEL"));
    }
}
