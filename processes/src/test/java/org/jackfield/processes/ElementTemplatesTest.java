package org.jackfield.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jackfield.engine.call.instruction.InstructionCatalog;
import org.jackfield.engine.bpmn.check.Deployed;
import org.jackfield.engine.bpmn.check.FlowValidator;
import org.jackfield.engine.bpmn.check.Models;
import org.jackfield.engine.docs.GeneratedDocs;
import org.jackfield.engine.flow.FlowSources;
import org.jackfield.engine.flow.Flows.Report;
import org.jackfield.engine.flow.InstructionDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each instruction has one element template: valid, in step with the definition, and what it writes deploys. */
class ElementTemplatesTest {

    private static final Path FOLDER = GeneratedDocs.root().resolve("processes/src/main/resources/element-templates");
    private static final JsonMapper JSON = new JsonMapper();

    static Stream<InstructionDefinition> instructions() {
        return InstructionCatalog.standard().definitions().all().stream();
    }

    private static Path file(InstructionDefinition instruction) {
        return FOLDER.resolve(instruction.name() + ".json");
    }

    @ParameterizedTest
    @MethodSource("instructions")
    void agreesWithTheInstruction(InstructionDefinition instruction) throws IOException {
        String wanted = ElementTemplates.write(instruction);
        if (Boolean.getBoolean("jackfield.regenerate")) {
            Files.writeString(file(instruction), wanted);
        }

        assertThat(file(instruction)).as("stale: run mvn verify -Djackfield.regenerate=true").hasContent(wanted);
    }

    @ParameterizedTest
    @MethodSource("instructions")
    void isValidByThePublicSchema(InstructionDefinition instruction) throws IOException {
        try (InputStream text = getClass().getResourceAsStream("/element-templates-schema/schema.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(Objects.requireNonNull(text));

            assertThat(schema.validate(Files.readString(file(instruction)), InputFormat.JSON)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("instructions")
    void passesTheCheckWhenAppliedWithItsDefaults(InstructionDefinition instruction) throws IOException {
        JsonNode template = JSON.readTree(Files.readString(file(instruction)));
        StringBuilder mappings = new StringBuilder();
        template.get("properties").forEach(property -> mappings.append(mapping(property)));

        Report report = new FlowValidator(InstructionCatalog.standard().definitions()).check(
                FlowSources.bpmn(Models.flow(Models.instruction("speak", instruction.name(), mappings.toString()))),
                Deployed.anything()).report();

        assertThat(report.problems()).isEmpty();
    }

    /** What the modeler writes for a property; a required one gets some text. */
    private static String mapping(JsonNode property) {
        JsonNode binding = property.get("binding");
        String value = property.has("value")
                ? property.get("value").asString()
                : property.has("constraints") && property.get("constraints").has("notEmpty") ? "some.text" : "";
        return switch (binding.get("type").asString()) {
            case "camunda:inputParameter" -> Models.input(binding.get("name").asString(), value);
            case "camunda:outputParameter" -> "<camunda:outputParameter name=\"" + value + "\">"
                    + binding.get("source").asString() + "</camunda:outputParameter>";
            default -> "";
        };
    }

    @Test
    void hasNoTemplateWithoutAnInstruction() throws IOException {
        Set<String> names = new HashSet<>();
        instructions().forEach(instruction -> names.add(instruction.name() + ".json"));

        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(path -> String.valueOf(path.getFileName())))
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }
}
