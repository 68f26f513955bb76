package org.jackfield.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One operation of the served OpenAPI document.
 *
 * @param form what to send: the required parameters, or a harmless one where none is required
 * @param document what to send instead, empty where a form is sent: the example of the document
 */
record Asked(String method, String path, Map<String, String> form, String document) {

    /** Values that pass the checks which come before the resource is looked for. */
    private static final Map<String, String> VALUES = Map.of("Username", "mallory", "Password", "Correct-Horse-2",
            "DomainName", "mallory.example.org", "role", "agent", "password", "correct horse battery", "Status",
            "completed", "Attributes", "{}");
    private static final Set<String> HARMLESS = Set.of("FriendlyName", "Status", "role");

    /** Every operation that takes no document as its body. */
    static List<Asked> of(JsonNode document) {
        List<Asked> all = new ArrayList<>();
        document.get("paths").properties().forEach(path -> path.getValue().properties().forEach(operation -> {
            String method = operation.getKey().toUpperCase(Locale.ROOT);
            boolean takesDocument = !operation.getValue().at("/requestBody/content/application~1xml").isMissingNode();
            if (!takesDocument && Set.of("GET", "POST", "DELETE").contains(method)) {
                all.add(new Asked(method, path.getKey(), form(path.getKey(), operation.getValue()),
                        json(operation.getValue())));
            }
        }));
        return all;
    }

    /** Whether the path names something by an id, the account left out. */
    boolean namesSomething() {
        return path.replace("{AccountSid}", "").contains("{");
    }

    boolean namesAccount() {
        return path.contains("{AccountSid}");
    }

    /** The path with the account and, for each other variable, the id in the collection before it. */
    String at(String account, UnaryOperator<String> idIn) {
        StringBuilder concrete = new StringBuilder();
        String collection = "";
        for (String segment : path.substring(1).split("/", -1)) {
            concrete.append('/');
            if (segment.equals("{version}")) {
                concrete.append('1');
            } else if (segment.startsWith("{AccountSid}")) {
                concrete.append(segment.replace("{AccountSid}", account));
            } else if (segment.startsWith("{")) {
                concrete.append(segment.replaceAll("\\{\\w+}", idIn.apply(collection)));
            } else {
                concrete.append(segment);
            }
            collection = segment;
        }
        return concrete.toString();
    }

    Client.Answer send(Client client, String concrete) {
        if (!document.isEmpty()) {
            return client.postJson(concrete, document);
        }
        return switch (method) {
            case "GET" -> client.get(concrete);
            case "DELETE" -> client.delete(concrete);
            default -> client.post(concrete, form.entrySet()
                    .stream()
                    .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                    .toArray(String[]::new));
        };
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    private static String json(JsonNode operation) {
        JsonNode example = operation.at("/requestBody/content/application~1json/example");
        return example.isMissingNode() ? "" : example.toString();
    }

    private static Map<String, String> form(String path, JsonNode operation) {
        JsonNode schema = operation.at("/requestBody/content/application~1x-www-form-urlencoded/schema");
        Map<String, String> form = new LinkedHashMap<>();
        schema.path("required").forEach(name -> form.put(name.asString(), value(path, name.asString())));
        if (form.isEmpty()) {
            schema.path("properties")
                    .propertyNames()
                    .stream()
                    .filter(HARMLESS::contains)
                    .findFirst()
                    .ifPresent(name -> form.put(name, value(path, name)));
        }
        return form;
    }

    /** Names differ, because some are unique in their collection. */
    private static String value(String path, String name) {
        return VALUES.getOrDefault(name, "x" + Integer.toHexString(path.hashCode()));
    }
}
