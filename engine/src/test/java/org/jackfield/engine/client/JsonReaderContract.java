package org.jackfield.engine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How what a stranger sends as JSON is read. */
public abstract class JsonReaderContract {

    protected abstract JsonReader reader();

    @Test
    void readsTheMembersOfAnObject() {
        assertThat(read("{\"a\":\"text\",\"b\":7,\"c\":true,\"d\":[1,\"x\"],\"e\":{\"f\":\"g\"},\"h\":null}"))
                .containsEntry("a", "text")
                .containsEntry("b", 7)
                .containsEntry("c", true)
                .containsEntry("d", List.of(1, "x"))
                .containsEntry("e", Map.of("f", "g"))
                .containsEntry("h", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"text\"", "7", "{", "{}{}", "{} x", "{\"a\":1,\"a\":2}", "{'a':1}",
        "{\"a\":{\"b\":1,\"b\":2}}", "{a:1}", "{\"a\":NaN}", "\u0000"})
    void refusesAnythingElse(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWhatIsNestedWithoutEndAndWhatIsNoText() {
        assertThatThrownBy(() -> read("{\"a\":".repeat(600) + "1" + "}".repeat(600)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> reader().object(new byte[]{'{', '"', (byte) 0xC3, '"', ':', '1', '}'}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Map<String, Object> read(String text) {
        return new LinkedHashMap<>(reader().object(text.getBytes(StandardCharsets.UTF_8)));
    }
}
