package org.jackfield.engine.bpmn.check;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jackfield.engine.flow.FlowProblemCode;
import org.jackfield.engine.flow.InstructionDefinition;

/** What happens while an element waits and the call ends, or its instruction ends with an error. */
final class EndingRules {

    private static final List<String> ENDINGS = List.of("caller-hung-up", "call-lost");

    private final ModelIndex index;
    private final Problems problems;

    EndingRules(ModelIndex index, Problems problems) {
        this.index = index;
        this.problems = problems;
    }

    /** Flows without an instruction that waits, such as that of a work item, have no call that could end. */
    void check(FlowScope process) {
        boolean tellsCall = process.all()
                .flatMap(scope -> scope.nodes.values().stream())
                .anyMatch(node -> index.instruction(node).filter(InstructionDefinition::waits).isPresent());
        if (tellsCall) {
            process.all().filter(scope -> !runsAfterTheEnd(scope)).forEach(this::waits);
        }
        process.all().forEach(scope -> scope.nodes.values().forEach(node -> errors(scope, node)));
    }

    private void waits(FlowScope scope) {
        for (XmlElement node : scope.nodes.values()) {
            if (index.waitsItself(node)) {
                ENDINGS.stream()
                        .filter(ending -> !isCaught(scope, node, event -> interrupts(event) && names(event, ending)))
                        .forEach(ending -> problems.add(node, FlowProblemCode.NO_HANG_UP_PATH, ending));
            }
        }
    }

    private boolean names(XmlElement event, String ending) {
        return index.message(event).filter(ending::equals).isPresent();
    }

    private static boolean interrupts(XmlElement event) {
        return !event.attribute("cancelActivity").equals("false") && !event.attribute("isInterrupting").equals("false");
    }

    /** Inside an event sub-process that starts because the call ended. */
    private boolean runsAfterTheEnd(FlowScope scope) {
        for (FlowScope at = scope; at != null; at = at.parent) {
            if (at.isEventScope() && at.starts().anyMatch(start -> ENDINGS.stream().anyMatch(e -> names(start, e)))) {
                return true;
            }
        }
        return false;
    }

    private void errors(FlowScope scope, XmlElement node) {
        index.instruction(node)
                .stream()
                .flatMap(instruction -> instruction.errors().stream())
                .filter(code -> !isCaught(scope, node, event -> catches(event, code)))
                .forEach(code -> problems.add(node, FlowProblemCode.ERROR_NOT_CAUGHT, code));
    }

    private boolean catches(XmlElement event, String code) {
        return index.error(event).filter(caught -> caught.isEmpty() || caught.equals(code)).isPresent();
    }

    /** On the node, on a sub-process around it, or by an event sub-process beside it. */
    private static boolean isCaught(FlowScope scope, XmlElement node, Predicate<XmlElement> event) {
        XmlElement inside = node;
        for (FlowScope at = scope; at != null; at = at.parent) {
            Stream<XmlElement> beside = at.eventScopes().flatMap(FlowScope::starts);
            if (Stream.concat(at.boundaries(inside), beside).anyMatch(event)) {
                return true;
            }
            inside = at.element;
        }
        return false;
    }
}
