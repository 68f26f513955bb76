package org.jackfield.app.api;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Published OpenAPI files (version 3.0) of the products that existing SDKs talk to, and whether an answer fits them. */
public final class PublicShapes {

    /** The operation that an answer belongs to, and what does not fit. */
    public record Judged(String operation, List<String> problems) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> FILES = Map.of("/api", "twilio_api_v2010.json", "/taskrouter",
            "twilio_taskrouter_v1.json", "/monitor", "twilio_monitor_v1.json");

    private final Map<String, JsonNode> documents = new LinkedHashMap<>();

    private PublicShapes() {}

    /** The files in the folder. */
    public static PublicShapes read(Path folder) {
        PublicShapes shapes = new PublicShapes();
        FILES.forEach((prefix, file) -> shapes.documents.put(prefix,
                converted(JSON.readTree(read(folder, file)))));
        return shapes;
    }

    private static String read(Path folder, String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the path of an operation of ours is one of theirs. */
    public boolean knows(String path) {
        return documents.keySet().stream().anyMatch(prefix -> path.startsWith(prefix + "/"))
                && !path.endsWith(".wav");
    }

    /** A path without the names of its variables. */
    public static String plain(String path) {
        return path.replaceAll("\\{\\w+}", "{}").replace("/US/", "/{}/");
    }

    /** Judges an answer of success; empty when its path is none of theirs. */
    public Optional<Judged> check(HttpResponse<String> answer) {
        String path = folded(answer.uri().getPath());
        if (!knows(path)) {
            return Optional.empty();
        }
        String prefix = path.substring(0, path.indexOf('/', 1));
        JsonNode document = documents.getOrDefault(prefix, JSON.createObjectNode());
        String method = answer.request().method().toLowerCase(Locale.ROOT);
        return document.get("paths")
                .properties()
                .stream()
                .filter(entry -> matches(entry.getKey(), path.substring(prefix.length()))
                        && entry.getValue().has(method))
                .min(Comparator.comparingLong(entry -> entry.getKey().chars().filter(c -> c == '{').count()))
                .map(entry -> new Judged(method.toUpperCase(Locale.ROOT) + " " + plain(prefix + entry.getKey()),
                        judge(document, entry.getValue().get(method), answer)))
                .or(() -> Optional.of(new Judged(path, List.of("no such path is published: " + path))));
    }

    private static String folded(String path) {
        return path.startsWith("/2010-04-01/")
                ? "/api" + path
                : path.startsWith("/v1/Workspaces") ? "/taskrouter" + path : path;
    }

    private static boolean matches(String template, String path) {
        StringBuilder pattern = new StringBuilder();
        for (String part : template.split("(?=\\{)|(?<=})", -1)) {
            pattern.append(part.startsWith("{") ? "[^/]+" : Pattern.quote(part));
        }
        return path.matches(pattern.toString());
    }

    private static List<String> judge(JsonNode document, JsonNode operation, HttpResponse<String> answer) {
        String what = answer.request().method() + " " + answer.uri().getPath() + ": ";
        JsonNode response = operation.get("responses").path(String.valueOf(answer.statusCode()));
        if (response.isMissingNode()) {
            return List.of(what + "status " + answer.statusCode());
        }
        JsonNode schema = response.at("/content/application~1json/schema");
        if (schema.isMissingNode()) {
            return answer.body().isEmpty() ? List.of() : List.of(what + "a body where none is published");
        }
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("allOf", List.of(schema));
        root.put("components", document.get("components"));
        List<String> problems = new ArrayList<>();
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JSON.<JsonNode>valueToTree(root))
                .validate(answer.body(), InputFormat.JSON)
                .forEach(error -> problems.add(what + error));
        return problems;
    }

    /** From OpenAPI 3.0 to JSON Schema: what may be null says so by its type; nothing but what is published is sent. */
    private static JsonNode converted(JsonNode node) {
        node.forEach(PublicShapes::converted);
        if (node instanceof ObjectNode object) {
            boolean nullable = object.path("nullable").asBoolean(false);
            if (nullable && object.path("type").isString()) {
                object.set("type", JSON.createArrayNode().add(object.get("type").asString()).add("null"));
            }
            if (nullable && object.get("enum") instanceof ArrayNode words) {
                words.addNull();
            }
            if (object.get("properties") instanceof ObjectNode && !object.has("additionalProperties")
                    && object.has("type")) {
                object.put("additionalProperties", false);
            }
            object.remove("format");
        }
        return node;
    }
}
