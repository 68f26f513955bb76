package org.jackfield.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.config.YamlMapFactoryBean;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks answers against the OpenAPI document: the status is declared, the body has the schema. */
public final class Contract {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode document = JSON.valueToTree(document());

    static Map<String, Object> document() {
        YamlMapFactoryBean yaml = new YamlMapFactoryBean();
        yaml.setResources(new ClassPathResource("openapi.yml"));
        yaml.afterPropertiesSet();
        return Optional.ofNullable(yaml.getObject()).orElseThrow();
    }

    /** Fails when the answer is not what the document says; answers of undocumented paths are errors of ours. */
    public void check(HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (!type.startsWith("application/json") && !type.startsWith("application/problem+json")) {
            return;
        }
        JsonNode schema = operation(answer).map(operation -> response(operation, answer.statusCode()))
                .orElseGet(() -> error(answer));
        List<Error> errors = new ArrayList<>(compiled(schema).validate(answer.body(), InputFormat.JSON));
        assertThat(errors).as("%s %s -> %s %s", answer.request().method(), answer.uri(), answer.statusCode(),
                answer.body()).isEmpty();
    }

    private Optional<JsonNode> operation(HttpResponse<String> answer) {
        String path = answer.uri().getPath();
        String folded = path.startsWith("/2010-04-01/")
                ? "/api" + path
                : path.startsWith("/v1/Workspaces") ? "/taskrouter" + path : path;
        String method = answer.request().method().toLowerCase(java.util.Locale.ROOT);
        return document.get("paths")
                .properties()
                .stream()
                .filter(entry -> matches(entry.getKey(), folded))
                .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparingInt(Contract::wildness)))
                .map(entry -> entry.getValue().path(method))
                .filter(JsonNode::isObject)
                .findFirst();
    }

    private static int wildness(String template) {
        return (int) template.chars().filter(c -> c == '{').count();
    }

    private static boolean matches(String template, String path) {
        StringBuilder pattern = new StringBuilder();
        for (String part : template.split("(?=\\{)|(?<=})", -1)) {
            pattern.append(part.startsWith("{") ? "[^/]+" : Pattern.quote(part));
        }
        return path.matches(pattern.toString());
    }

    private JsonNode response(JsonNode operation, int status) {
        JsonNode responses = operation.get("responses");
        JsonNode found = responses.path(String.valueOf(status));
        if (found.isMissingNode()) {
            assertThat(status).as("a status that is not declared").isGreaterThanOrEqualTo(400);
            found = resolved(responses.get("default"));
        }
        JsonNode content = found.path("content");
        return content.properties().iterator().next().getValue().get("schema");
    }

    private JsonNode error(HttpResponse<String> answer) {
        if (answer.uri().getPath().startsWith("/actuator/")) {
            return JSON.createObjectNode();
        }
        boolean isNative = answer.uri().getPath().startsWith("/jackfield/");
        return JSON.createObjectNode().put("$ref", "#/components/schemas/" + (isNative ? "Problem" : "Error"));
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asString().substring(1)) : node;
    }

    private Schema compiled(JsonNode schema) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("allOf", List.of(schema));
        root.put("components", document.get("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(JSON.valueToTree(root));
    }
}
