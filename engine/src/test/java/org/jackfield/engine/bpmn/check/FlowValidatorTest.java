package org.jackfield.engine.bpmn.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.jackfield.engine.bpmn.check.Models.ending;
import static org.jackfield.engine.bpmn.check.Models.endings;
import static org.jackfield.engine.bpmn.check.Models.flow;
import static org.jackfield.engine.bpmn.check.Models.input;
import static org.jackfield.engine.bpmn.check.Models.instruction;
import static org.jackfield.engine.bpmn.check.Models.line;
import static org.jackfield.engine.bpmn.check.Models.process;
import static org.jackfield.engine.bpmn.check.Models.say;
import static org.jackfield.engine.flow.FlowProblemCode.DEAD_END;
import static org.jackfield.engine.flow.FlowProblemCode.ERROR_NOT_CAUGHT;
import static org.jackfield.engine.flow.FlowProblemCode.FLOW_NOT_DEPLOYED;
import static org.jackfield.engine.flow.FlowProblemCode.GATEWAY_WITHOUT_CONDITION;
import static org.jackfield.engine.flow.FlowProblemCode.INPUT_INVALID;
import static org.jackfield.engine.flow.FlowProblemCode.INPUT_MISSING;
import static org.jackfield.engine.flow.FlowProblemCode.INPUT_UNKNOWN;
import static org.jackfield.engine.flow.FlowProblemCode.INSTRUCTION_UNKNOWN;
import static org.jackfield.engine.flow.FlowProblemCode.KEY_INVALID;
import static org.jackfield.engine.flow.FlowProblemCode.LOOP_WITHOUT_WAIT;
import static org.jackfield.engine.flow.FlowProblemCode.MESSAGE_UNNAMED;
import static org.jackfield.engine.flow.FlowProblemCode.NO_HANG_UP_PATH;
import static org.jackfield.engine.flow.FlowProblemCode.NO_START;
import static org.jackfield.engine.flow.FlowProblemCode.PROCESS_COUNT;
import static org.jackfield.engine.flow.FlowProblemCode.UNREACHABLE;
import static org.jackfield.engine.flow.FlowProblemCode.XML_INVALID;

import java.util.List;
import java.util.stream.Stream;
import org.jackfield.engine.call.instruction.InstructionCatalog;
import org.jackfield.engine.flow.FlowProblem;
import org.jackfield.engine.flow.FlowProblemCode;
import org.jackfield.engine.flow.FlowSources;
import org.jackfield.engine.flow.Flows.Report;
import org.junit.jupiter.api.Test;

/** The rules of a flow, each with the element that breaks it. */
class FlowValidatorTest {

    private static final Deployed NOTHING = new Deployed(key -> false, key -> false);

    private final FlowValidator validator = new FlowValidator(InstructionCatalog.standard().definitions());

    private Report report(String model) {
        return validator.check(FlowSources.bpmn(model), NOTHING).report();
    }

    private void refuses(String model, String element, FlowProblemCode code) {
        assertThat(report(model).problems()).extracting(FlowProblem::element, FlowProblem::code)
                .contains(tuple(element, code));
    }

    @Test
    void acceptsAFlowWithAWaitAndPathsForTheEndOfTheCall() {
        Report report = report(flow(say("speak", "Hello ${call.from}, ${default(name, 'friend')}")));

        assertThat(report.problems()).isEmpty();
        assertThat(report.warnings()).extracting(FlowProblem::code).containsExactly(ERROR_NOT_CAUGHT);
    }

    @Test
    void refusesWhatIsNoSingleExecutableProcess() {
        refuses("<a", "", XML_INVALID);
        refuses(process("").replace("isExecutable=\"true\"", "isExecutable=\"false\""), "", PROCESS_COUNT);
        refuses(flow(say("speak", "x")).replace("id=\"flow\"", "id=\"9 lives\""), "9 lives", KEY_INVALID);
        refuses(process("<bpmn:endEvent id=\"e\"/>"), "flow", NO_START);
    }

    @Test
    void refusesUnknownInstructionsAndBadInputs() {
        refuses(flow(instruction("speak", "shout", "")), "speak", INSTRUCTION_UNKNOWN);
        refuses(flow(instruction("speak", "say", "")), "speak", INPUT_MISSING);
        refuses(flow(instruction("speak", "say", input("text", " "))), "speak", INPUT_MISSING);
        refuses(flow(instruction("speak", "pause", input("length", "5 seconds"))), "speak", INPUT_INVALID);
        refuses(flow(instruction("speak", "hangUp", input("reason", "bored"))), "speak", INPUT_INVALID);
        assertThat(report(flow(instruction("speak", "answer", input("color", "red")))).warnings())
                .extracting(FlowProblem::code)
                .contains(INPUT_UNKNOWN);
    }

    @Test
    void refusesElementsThatNoTokenLeavesOrReaches() {
        refuses(process(line(say("speak", "x")) + say("lost-one", "y") + endings()), "lost-one", UNREACHABLE);
        refuses(process(line(say("speak", "x")) + say("lost-one", "y") + endings()), "lost-one", DEAD_END);
        refuses(process("<bpmn:startEvent id=\"in\"/>"), "in", DEAD_END);
    }

    @Test
    void refusesAWaitWithoutAPathForBothEndingsOfTheCall() {
        refuses(process(line(say("speak", "x"))), "speak", NO_HANG_UP_PATH);
        refuses(process(line(say("speak", "x")) + ending("lost")), "speak", NO_HANG_UP_PATH);
        refuses(process(line(say("speak", "x")) + endings()).replace("<bpmn:startEvent id=\"start-lost\"",
                "<bpmn:startEvent id=\"start-lost\" isInterrupting=\"false\""), "speak", NO_HANG_UP_PATH);
    }

    @Test
    void acceptsAWaitWhoseOwnBoundaryEventsTakeBothEndings() {
        String attached = Stream.of("hung-up", "lost")
                .map(message -> "<bpmn:boundaryEvent id=\"b-" + message
                        + "\" attachedToRef=\"speak\"><bpmn:messageEventDefinition id=\"d-" + message
                        + "\" messageRef=\""
                        + message + "\"/></bpmn:boundaryEvent><bpmn:sequenceFlow id=\"f-" + message
                        + "\" sourceRef=\"b-"
                        + message + "\" targetRef=\"out\"/>")
                .reduce("", String::concat);

        assertThat(report(process(line(say("speak", "x")) + attached)).problems()).isEmpty();
    }

    @Test
    void needsNoPathForTheEndOfTheCallWhereNoInstructionWaits() {
        String item = line("<bpmn:receiveTask id=\"speak\" messageRef=\"hung-up\"/>");

        assertThat(report(process(item)).problems()).isEmpty();
    }

    @Test
    void refusesACircleWithoutAWaitAndAcceptsOneWithAWait() {
        String circle = "<bpmn:startEvent id=\"in\"/><bpmn:sequenceFlow id=\"a\" sourceRef=\"in\" targetRef=\"g\"/>"
                + "<bpmn:exclusiveGateway id=\"g\" default=\"c\"/><bpmn:sequenceFlow id=\"b\" sourceRef=\"g\" "
                + "targetRef=\"speak\"><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${n == 1}"
                + "</bpmn:conditionExpression></bpmn:sequenceFlow><bpmn:sequenceFlow id=\"c\" sourceRef=\"g\" "
                + "targetRef=\"out\"/><bpmn:endEvent id=\"out\"/><bpmn:sequenceFlow id=\"d\" sourceRef=\"speak\" "
                + "targetRef=\"g\"/>";

        assertThat(report(process(circle + "<bpmn:task id=\"speak\"/>")).problems()).extracting(FlowProblem::code)
                .containsExactly(LOOP_WITHOUT_WAIT);
        assertThat(report(process(circle + say("speak", "again") + endings())).problems()).isEmpty();
        refuses(process(circle.replace(" default=\"c\"", "") + say("speak", "again") + endings()), "g",
                GATEWAY_WITHOUT_CONDITION);
    }

    @Test
    void refusesReferencesToWhatIsNotThere() {
        refuses(process(line("<bpmn:receiveTask id=\"speak\"/>")), "speak", MESSAGE_UNNAMED);
        refuses(process(line("<bpmn:callActivity id=\"speak\" calledElement=\"gone\"/>")), "speak", FLOW_NOT_DEPLOYED);
    }

    @Test
    void reportsNoMoreThanAHundredProblems() {
        String many = Stream.iterate(0, n -> n + 1)
                .limit(300)
                .map(n -> "<bpmn:userTask id=\"u" + n + "\"/>")
                .reduce("", String::concat);

        assertThat(report(process(many)).problems()).hasSize(100);
    }

    @Test
    void namesCauseAndRemedyForEveryCode() {
        assertThat(List.of(FlowProblemCode.values())).allSatisfy(code -> {
            assertThat(code.cause()).endsWith(".");
            assertThat(code.remedy()).endsWith(".");
        });
    }
}
