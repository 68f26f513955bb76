package org.jackfield.engine.bpmn.check;

import java.util.Set;
import org.jackfield.engine.bpmn.check.XmlElement.Attribute;
import org.jackfield.engine.flow.FlowProblemCode;

/** Goes through every element, attribute and text of a BPMN file and lets pass only what the vocabulary allows. */
final class ModelWalk {

    private static final Set<String> NEVER_EVALUATED = Set.of("documentation", "text");

    private final Problems problems;

    ModelWalk(Problems problems) {
        this.problems = problems;
    }

    void walk(XmlElement element) {
        if (Vocabulary.DIAGRAM.contains(element.namespace)) {
            return;
        }
        if (!isAllowed(element)) {
            problems.add(element, Vocabulary.FORBIDDEN_ELEMENTS.getOrDefault(element.name,
                    FlowProblemCode.ELEMENT_NOT_ALLOWED), element.name);
            return;
        }
        element.attributes.forEach(attribute -> check(element, attribute));
        if (!NEVER_EVALUATED.contains(element.name)) {
            ExpressionCheck.check(element.text()).ifPresent(bad -> problems.add(element, bad.code(), bad.detail()));
        }
        if (!isForeign(element)) {
            element.children.forEach(this::walk);
        } else {
            element.children.forEach(child -> child.all()
                    .filter(each -> Vocabulary.isKnownName(each.name))
                    .forEach(each -> problems.add(each, FlowProblemCode.ELEMENT_NOT_ALLOWED, each.name)));
        }
    }

    private static boolean isForeign(XmlElement element) {
        return !element.namespace.equals(Vocabulary.BPMN) && !element.namespace.equals(Vocabulary.CAMUNDA);
    }

    private static boolean isAllowed(XmlElement element) {
        if (element.namespace.equals(Vocabulary.BPMN)) {
            return Vocabulary.BPMN_ELEMENTS.contains(element.name);
        }
        boolean extends_ = element.parent != null && inExtension(element.parent);
        if (element.namespace.equals(Vocabulary.CAMUNDA)) {
            return extends_ && Vocabulary.CAMUNDA_ELEMENTS.contains(element.name);
        }
        return extends_ && !Vocabulary.ENGINE_NAMESPACES.contains(element.namespace)
                && !Vocabulary.isKnownName(element.name);
    }

    private static boolean inExtension(XmlElement parent) {
        return parent.is(Vocabulary.BPMN, "extensionElements") || parent.namespace.equals(Vocabulary.CAMUNDA);
    }

    private void check(XmlElement element, Attribute attribute) {
        String namespace = attribute.namespace();
        boolean engines = Vocabulary.ENGINE_NAMESPACES.contains(namespace)
                || (namespace.isEmpty() && !element.namespace.equals(Vocabulary.BPMN));
        boolean allowed = switch (namespace) {
            case Vocabulary.CAMUNDA -> Vocabulary.mayHave(element.name, attribute.name());
            case "" -> element.namespace.equals(Vocabulary.BPMN)
                    ? Vocabulary.PLAIN_ATTRIBUTES.contains(attribute.name())
                    : isForeign(element) || Vocabulary.extensionMayHave(element.name, attribute.name());
            default -> !engines;
        };
        if (!allowed) {
            problems.add(element, Vocabulary.FORBIDDEN_ATTRIBUTES.getOrDefault(attribute.name(),
                    FlowProblemCode.ATTRIBUTE_NOT_ALLOWED), attribute.name());
        } else if (!attribute.name().equals("delegateExpression")) {
            ExpressionCheck.check(attribute.value())
                    .ifPresent(bad -> problems.add(element, bad.code(), attribute.name() + ": " + bad.detail()));
        }
    }
}
