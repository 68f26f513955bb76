package org.jackfield.engine.bpmn.check;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jackfield.engine.flow.InstructionDefinition;
import org.jackfield.engine.flow.InstructionSet;

/** What the rules ask of a model: messages and errors by reference, instructions, and which nodes wait. */
final class ModelIndex {

    private static final Set<String> WAITING = Set.of("receiveTask", "eventBasedGateway", "callActivity");

    private final Map<String, XmlElement> byId;
    private final InstructionSet instructions;

    ModelIndex(XmlElement definitions, InstructionSet instructions) {
        this.byId = definitions.byId();
        this.instructions = instructions;
    }

    Optional<InstructionDefinition> instruction(XmlElement node) {
        return node.name.equals("serviceTask")
                ? InstructionSet.nameIn(node.attribute(Vocabulary.CAMUNDA, "delegateExpression"))
                        .flatMap(instructions::find)
                : Optional.empty();
    }

    /** The name of the message that the event or receive task waits for. */
    Optional<String> message(XmlElement node) {
        return referring(node, "messageEventDefinition", "messageRef")
                .map(reference -> Optional.ofNullable(byId.get(reference))
                        .map(each -> each.attribute("name"))
                        .orElse(""));
    }

    /** The code of the error that the event catches; empty text catches all. */
    Optional<String> error(XmlElement node) {
        return referring(node, "errorEventDefinition", "errorRef")
                .map(reference -> Optional.ofNullable(byId.get(reference))
                        .map(each -> each.attribute("errorCode"))
                        .orElse(reference));
    }

    private static Optional<String> referring(XmlElement node, String definition, String attribute) {
        if (node.name.equals("receiveTask") && attribute.equals("messageRef")) {
            return Optional.of(node.attribute(attribute));
        }
        return node.child(Vocabulary.BPMN, definition).map(each -> each.attribute(attribute));
    }

    /** Whether a token that enters the node stays there until something happens. */
    boolean waits(XmlElement node) {
        if (node.name.equals("subProcess")) {
            return Stream.of(FlowScope.of(node))
                    .flatMap(FlowScope::all)
                    .anyMatch(scope -> scope.nodes.values().stream().anyMatch(this::waitsItself));
        }
        return waitsItself(node);
    }

    boolean waitsItself(XmlElement node) {
        return WAITING.contains(node.name) || instruction(node).filter(InstructionDefinition::waits).isPresent()
                || (node.name.equals("intermediateCatchEvent") && FlowScope.link(node).isEmpty());
    }
}
