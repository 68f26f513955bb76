package org.jackfield.engine.client;

import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the product reads it. */
final class StrictJson implements JsonReader {

    private static final JsonMapper MAPPER = JsonMapper
            .builder(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Override
    public Map<String, ?> object(byte[] text) {
        try {
            Map<String, Object> read = MAPPER.readValue(text, new TypeReference<Map<String, Object>>() {});
            return Optional.ofNullable(read).orElseThrow(() -> new IllegalArgumentException("null is no object"));
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException("not a JSON object", malformed);
        }
    }
}
