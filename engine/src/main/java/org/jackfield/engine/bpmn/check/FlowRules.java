package org.jackfield.engine.bpmn.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jackfield.engine.flow.FlowProblemCode;

/** The rules over the graph of one scope: starts, ways out, reachability, circles, gateways. */
final class FlowRules {

    private final ModelIndex index;
    private final Problems problems;

    FlowRules(ModelIndex index, Problems problems) {
        this.index = index;
        this.problems = problems;
    }

    void check(FlowScope scope) {
        starts(scope);
        references(scope);
        Set<XmlElement> reached = reachable(scope);
        for (XmlElement node : scope.nodes.values()) {
            deadEnd(scope, node);
            gateway(scope, node);
            named(node);
            if (!reached.contains(node) && !node.attribute("triggeredByEvent").equals("true")) {
                problems.add(node, FlowProblemCode.UNREACHABLE, node.attribute("name"));
            }
        }
        circles(scope);
    }

    private void starts(FlowScope scope) {
        List<XmlElement> starts = scope.starts().toList();
        boolean plain = starts.size() == 1 && starts.getFirst().children.stream()
                .noneMatch(child -> child.name.endsWith("EventDefinition"));
        if (scope.isEventScope() ? starts.size() != 1 || plain : !plain) {
            problems.add(scope.element, FlowProblemCode.NO_START, starts.size() + " start events");
        }
    }

    private void references(FlowScope scope) {
        for (XmlElement flow : scope.flows) {
            for (String end : List.of("sourceRef", "targetRef")) {
                if (!scope.nodes.containsKey(flow.attribute(end))) {
                    problems.add(flow, FlowProblemCode.REFERENCE_UNKNOWN, end);
                }
            }
        }
        scope.nodes.values()
                .stream()
                .filter(node -> node.name.equals("boundaryEvent"))
                .filter(node -> !scope.nodes.containsKey(node.attribute("attachedToRef")))
                .forEach(node -> problems.add(node, FlowProblemCode.REFERENCE_UNKNOWN, "attachedToRef"));
    }

    private static Set<XmlElement> reachable(FlowScope scope) {
        Set<XmlElement> reached = new HashSet<>();
        Deque<XmlElement> open = new ArrayDeque<>(scope.starts().toList());
        while (!open.isEmpty()) {
            XmlElement node = open.pop();
            if (reached.add(node)) {
                scope.next(node).forEach(open::push);
            }
        }
        return reached;
    }

    private void deadEnd(FlowScope scope, XmlElement node) {
        boolean ends = node.name.equals("endEvent") || node.attribute("triggeredByEvent").equals("true")
                || (node.name.equals("intermediateThrowEvent") && FlowScope.link(node).isPresent());
        if (!ends && scope.outgoing(node).isEmpty()) {
            problems.add(node, FlowProblemCode.DEAD_END, node.attribute("name"));
        }
    }

    private void gateway(FlowScope scope, XmlElement node) {
        if (!node.name.equals("exclusiveGateway") && !node.name.equals("inclusiveGateway")) {
            return;
        }
        List<XmlElement> ways = scope.outgoing(node);
        String fallback = node.attribute("default");
        if (ways.size() < 2) {
            return;
        }
        for (XmlElement way : ways) {
            if (way.child(Vocabulary.BPMN, "conditionExpression").isEmpty() && !way.id().equals(fallback)) {
                problems.add(node, FlowProblemCode.GATEWAY_WITHOUT_CONDITION, way.id());
            }
        }
        if (fallback.isEmpty()) {
            problems.add(node, FlowProblemCode.GATEWAY_WITHOUT_DEFAULT, node.attribute("name"));
        }
    }

    private void named(XmlElement node) {
        index.message(node)
                .filter(String::isBlank)
                .ifPresent(name -> problems.add(node, FlowProblemCode.MESSAGE_UNNAMED, ""));
    }

    /** A circle of nodes of which none waits. */
    private void circles(FlowScope scope) {
        Map<XmlElement, Boolean> state = new HashMap<>();
        scope.nodes.values().stream().filter(node -> !index.waits(node)).forEach(node -> visit(scope, node, state));
    }

    private void visit(FlowScope scope, XmlElement start, Map<XmlElement, Boolean> done) {
        Deque<XmlElement> path = new ArrayDeque<>();
        path.push(start);
        while (!path.isEmpty()) {
            XmlElement node = path.peek();
            if (done.get(node) == null) {
                done.put(node, false);
                scope.outgoing(node)
                        .stream()
                        .map(flow -> scope.nodes.get(flow.attribute("targetRef")))
                        .filter(next -> next != null && !index.waits(next))
                        .forEach(next -> push(next, path, done));
            } else {
                path.pop();
                done.put(node, true);
            }
        }
    }

    private void push(XmlElement next, Deque<XmlElement> path, Map<XmlElement, Boolean> done) {
        Boolean state = done.get(next);
        if (state == null) {
            path.push(next);
        } else if (!state) {
            problems.add(next, FlowProblemCode.LOOP_WITHOUT_WAIT, next.attribute("name"));
        }
    }
}
