package org.jackfield.app.security;

import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.client.JsonReader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the parts of an access token, which anybody may have made. Thread-safe. */
public final class TokenJson implements JsonReader {

    private static final int DEEPEST = 20;
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final JsonMapper MAPPER = JsonMapper
            .builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Override
    public Map<String, ?> object(byte[] text) {
        try {
            Map<String, Object> read = MAPPER.readValue(text, OBJECT);
            return Optional.ofNullable(read).orElseThrow(() -> new IllegalArgumentException("null is no object"));
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException("not a JSON object", malformed);
        }
    }
}
