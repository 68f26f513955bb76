package org.jackfield.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(PostgresExtension.class)
class JsonColumnTest {

    @Test
    void comesBackAsItWasWrittenWhenTheDatabaseKeptIt(JdbcClient jdbc) {
        Map<String, Object> values = Map.of("text", "grün \\u0000 \"x\"", "number", 3, "real", 1.5, "yes", true,
                "list", List.of(1, "two"), "map", Map.of("a", "b"));

        assertThat(stored(jdbc, values)).isEqualTo(values);
    }

    @Test
    void replacesTheCharacterThatPostgresCannotKeep(JdbcClient jdbc) {
        assertThat(stored(jdbc, Map.of("text", "a\u0000b"))).isEqualTo(Map.of("text", "a\ufffdb"));
    }

    @Test
    void refusesWhatIsNoObject() {
        assertThatThrownBy(() -> JsonColumn.read("[1]")).isInstanceOf(IllegalStateException.class);
    }

    private static Map<String, Object> stored(JdbcClient jdbc, Map<String, Object> values) {
        String text = jdbc.sql("SELECT (:data::jsonb)::text")
                .param("data", JsonColumn.write(values))
                .query(String.class)
                .single();
        return JsonColumn.read(text);
    }
}
