package org.jackfield.app.api;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Every operation and what each of its parameters does, read from the OpenAPI document that we serve: a parameter works,
 * is accepted without effect ({@code x-effect: none}) or is refused until it works ({@code x-effect: refused}). What is
 * not listed is refused, so that nobody believes that a misspelt or missing feature was obeyed. Immutable.
 */
public final class Operations {

    /** What a parameter does. */
    enum Effect {
        WORKS,
        NONE,
        REFUSED
    }

    /** An operation: its method in capitals, its path, what it does, its parameters in order. */
    record Operation(String method, String path, String summary, Map<String, Effect> parameters) {}

    private static final List<String> METHODS = List.of("get", "post", "put", "delete");
    private static final String REFERENCE = "$ref";

    private final Map<String, ?> document;
    private final Map<String, Operation> operations = new LinkedHashMap<>();

    /** @param document an OpenAPI 3.1 document */
    public Operations(Map<String, ?> document) {
        this.document = document;
        map(document.get("paths")).forEach((path, item) -> METHODS.forEach(method -> {
            if (map(item).get(method) instanceof Map<?, ?> operation) {
                add(method.toUpperCase(Locale.ROOT), path, map(operation));
            }
        }));
    }

    Collection<Operation> all() {
        return operations.values();
    }

    Map<String, ?> document() {
        return document;
    }

    /** Refuses the request when one of its parameters is unknown to the operation or does not work yet. */
    void check(String method, String path, Collection<String> given) {
        Operation operation = operations.get(method + " " + path);
        if (operation == null) {
            throw new DomainException(ErrorCode.INTERNAL, "undocumented operation " + method + " " + path);
        }
        for (String name : given) {
            Effect effect = operation.parameters().get(name);
            if (effect == null) {
                throw Params.invalid(name.length() > 64 ? name.substring(0, 64) : name, "is not known here");
            }
            if (effect == Effect.REFUSED) {
                throw Params.invalid(name, "does not work yet, so it is refused instead of being ignored");
            }
        }
    }

    private void add(String method, String path, Map<String, ?> operation) {
        Map<String, Effect> parameters = new LinkedHashMap<>();
        if (operation.get("parameters") instanceof List<?> list) {
            list.stream()
                    .map(parameter -> resolve(map(parameter)))
                    .filter(found -> "query".equals(found.get("in")))
                    .forEach(found -> parameters.put(String.valueOf(found.get("name")), effect(found)));
        }
        form(operation).ifPresent(properties -> properties
                .forEach((name, property) -> parameters.put(name, effect(map(property)))));
        operations.put(method + " " + path,
                new Operation(method, path, String.valueOf(operation.get("summary")), parameters));
    }

    private Optional<Map<String, ?>> form(Map<String, ?> operation) {
        Object content = map(operation.get("requestBody")).get("content");
        Object schema = map(map(content).get("application/x-www-form-urlencoded")).get("schema");
        return schema == null ? Optional.empty() : Optional.of(map(resolve(map(schema)).get("properties")));
    }

    private Map<String, ?> resolve(Map<String, ?> node) {
        if (!(node.get(REFERENCE) instanceof String reference)) {
            return node;
        }
        Map<String, ?> found = document;
        for (String step : reference.substring(2).split("/", -1)) {
            found = map(found.get(step));
        }
        return found;
    }

    private static Effect effect(Map<String, ?> parameter) {
        return parameter.get("x-effect") instanceof String word
                ? Effect.valueOf(word.toUpperCase(Locale.ROOT))
                : Effect.WORKS;
    }

    private static Map<String, ?> map(@Nullable Object node) {
        if (!(node instanceof Map<?, ?> map)) {
            return Map.of();
        }
        Map<String, Object> typed = new LinkedHashMap<>();
        map.forEach((key, value) -> typed.put(String.valueOf(key), value));
        return typed;
    }
}
