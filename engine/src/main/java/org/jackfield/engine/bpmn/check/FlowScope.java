package org.jackfield.engine.bpmn.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A process or sub-process as a graph: its nodes, what leads where, and what is attached to what. */
final class FlowScope {

    private static final Set<String> NODES = Set.of("startEvent", "endEvent", "serviceTask", "businessRuleTask", "task",
            "manualTask", "receiveTask", "exclusiveGateway", "parallelGateway", "inclusiveGateway",
            "eventBasedGateway", "subProcess", "callActivity", "boundaryEvent", "intermediateCatchEvent",
            "intermediateThrowEvent");

    final XmlElement element;
    final @Nullable FlowScope parent;
    final Map<String, XmlElement> nodes = new LinkedHashMap<>();
    final List<XmlElement> flows = new ArrayList<>();
    final List<FlowScope> inner = new ArrayList<>();

    private FlowScope(XmlElement element, @Nullable FlowScope parent) {
        this.element = element;
        this.parent = parent;
    }

    static FlowScope of(XmlElement process) {
        return read(process, null);
    }

    private static FlowScope read(XmlElement element, @Nullable FlowScope parent) {
        FlowScope scope = new FlowScope(element, parent);
        for (XmlElement child : element.children) {
            if (child.name.equals("sequenceFlow")) {
                scope.flows.add(child);
            } else if (NODES.contains(child.name)) {
                scope.nodes.put(child.id(), child);
                if (child.name.equals("subProcess")) {
                    scope.inner.add(read(child, scope));
                }
            }
        }
        return scope;
    }

    /** This scope and all inside. */
    Stream<FlowScope> all() {
        return Stream.concat(Stream.of(this), inner.stream().flatMap(FlowScope::all));
    }

    List<XmlElement> outgoing(XmlElement node) {
        return flows.stream().filter(flow -> flow.attribute("sourceRef").equals(node.id())).toList();
    }

    /** Where a token may stand next: over sequence flows, by a boundary event, through a link. */
    Stream<XmlElement> next(XmlElement node) {
        Stream<XmlElement> over = outgoing(node).stream()
                .map(flow -> flow.attribute("targetRef"))
                .map(nodes::get)
                .filter(target -> target != null);
        Stream<XmlElement> attached = boundaries(node);
        Stream<XmlElement> linked = link(node).stream()
                .flatMap(name -> nodes.values()
                        .stream()
                        .filter(each -> each.name.equals("intermediateCatchEvent")
                                && link(each).equals(Optional.of(name))));
        return Stream.of(over, attached, linked).flatMap(each -> each);
    }

    Stream<XmlElement> boundaries(XmlElement node) {
        return nodes.values()
                .stream()
                .filter(each -> each.name.equals("boundaryEvent")
                        && each.attribute("attachedToRef").equals(node.id()));
    }

    static Optional<String> link(XmlElement node) {
        return node.child(Vocabulary.BPMN, "linkEventDefinition").map(link -> link.attribute("name"));
    }

    Stream<FlowScope> eventScopes() {
        return inner.stream().filter(FlowScope::isEventScope);
    }

    boolean isEventScope() {
        return element.attribute("triggeredByEvent").equals("true");
    }

    Stream<XmlElement> starts() {
        return nodes.values().stream().filter(node -> node.name.equals("startEvent"));
    }
}
