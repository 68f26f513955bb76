package org.jackfield.engine.flow;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jackfield.engine.call.instruction.InstructionCatalog;
import org.jackfield.engine.docs.GeneratedDocs;
import org.jackfield.engine.flow.InstructionDefinition.Parameter;
import org.junit.jupiter.api.Test;

/** The pages about instructions and about refused models say what the code does. */
class FlowReferenceTest {

    @Test
    void listsEveryReasonToRefuseAModel() {
        GeneratedDocs.check("reference/model-checks.md",
                """
                        # Checks of a model

                        A model is checked when it is deployed, before the workflow engine sees it. `refused` models change nothing:
                        the running version stays. Each problem names the element.

                        | code | | cause | remedy |
                        |---|---|---|---|
                        """
                        + Arrays.stream(FlowProblemCode.values())
                                .map(code -> "| `%s` | %s | %s | %s |".formatted(code,
                                        code.refuses() ? "refused" : "warning", code.cause(), code.remedy()))
                                .collect(joining("\n")));
    }

    @Test
    void listsEveryInstruction() {
        GeneratedDocs.check("reference/instructions.md",
                """
                        # Instructions

                        What a flow tells a call: a service task with `camunda:delegateExpression="${NAME}"`. Inputs are
                        `camunda:inputParameter`, results are read by `camunda:outputParameter`, errors by error boundary events.

                        """
                        + InstructionCatalog.standard()
                                .definitions()
                                .all()
                                .stream()
                                .map(FlowReferenceTest::section)
                                .collect(joining("\n")));
    }

    private static String section(InstructionDefinition instruction) {
        String inputs = instruction.parameters().isEmpty()
                ? ""
                : "\n| input | type | default | |\n|---|---|---|---|\n"
                        + instruction.parameters().stream().map(FlowReferenceTest::row).collect(joining());
        String results = instruction.results()
                .stream()
                .map(each -> "`" + each.name() + "` (" + each.purpose() + ")")
                .collect(joining(", "));
        String errors = instruction.errors().stream().map(each -> "`" + each + "`").collect(joining(", "));
        return "## " + instruction.name() + "\n\n" + instruction.purpose() + "\n" + inputs
                + (results.isEmpty() ? "" : "\nResults: " + results + "\n")
                + (errors.isEmpty() ? "" : "\nErrors: " + errors + "\n");
    }

    private static String row(Parameter parameter) {
        String fallback = parameter.required()
                ? "required"
                : parameter.defaultText().map(text -> "`" + text + "`").orElse("");
        String choices = parameter.choices().isEmpty()
                ? ""
                : " One of "
                        + parameter.choices().stream().collect(Collectors.joining("`, `", "`", "`")) + ".";
        return "| `%s` | %s | %s | %s%s |%n".formatted(parameter.name(), parameter.type().word(), fallback,
                parameter.purpose(), choices);
    }

    @Test
    void findsTheNameOnlyInAPlainExpression() {
        assertThat(InstructionSet.nameIn("${say}")).contains("say");
        assertThat(InstructionSet.nameIn("#{ gather }")).contains("gather");
        assertThat(InstructionSet.nameIn("${say.class}")).isEmpty();
        assertThat(InstructionSet.nameIn("${say}${say}")).isEmpty();
        assertThat(InstructionSet.nameIn("say")).isEmpty();
    }
}
