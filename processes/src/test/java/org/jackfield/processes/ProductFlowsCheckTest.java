package org.jackfield.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jackfield.engine.call.instruction.InstructionCatalog;
import org.jackfield.engine.bpmn.check.Deployed;
import org.jackfield.engine.bpmn.check.FlowValidator;
import org.jackfield.engine.flow.FlowSources;
import org.jackfield.engine.flow.Flows.Report;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An account could deploy each shipped file as its own: all pass the check that accounts' models pass. */
class ProductFlowsCheckTest {

    static Stream<Map.Entry<String, String>> files() {
        return new ProductFlows().files().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void passesTheCheckOfDeployment(Map.Entry<String, String> file) {
        FlowSources sources = file.getKey().endsWith(".dmn")
                ? new FlowSources(Optional.empty(), List.of(file.getValue()))
                : FlowSources.bpmn(file.getValue());

        Report report = new FlowValidator(InstructionCatalog.standard().definitions())
                .check(sources, Deployed.anything())
                .report();

        assertThat(report.problems()).isEmpty();
    }
}
