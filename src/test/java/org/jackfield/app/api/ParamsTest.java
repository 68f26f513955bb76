package org.jackfield.app.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.jackfield.engine.error.DomainException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class ParamsTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final Params params = new Params(request);

    @Test
    void readsTextsFlagsNumbersAndRepeatedValues() {
        request.addParameter("Name", "x");
        request.addParameter("On", "TRUE");
        request.addParameter("Count", "7");
        request.addParameter("Event", "a", "b");

        Params read = new Params(request);

        assertThat(read.required("Name")).isEqualTo("x");
        assertThat(read.flag("On")).contains(true);
        assertThat(read.number("Count", 1, 9)).contains(7);
        assertThat(read.all("Event")).containsExactly("a", "b");
        assertThat(read.text("Absent")).isEmpty();
    }

    @Test
    void refusesWhatIsMalformedNamingTheParameter() {
        request.addParameter("On", "maybe");
        request.addParameter("Count", "10");
        request.addParameter("Word", "seven");
        request.addParameter("Null", "a\u0000b");
        Params read = new Params(request);

        assertThatThrownBy(() -> read.flag("On")).isInstanceOf(DomainException.class).hasMessageContaining("On");
        assertThatThrownBy(() -> read.number("Count", 1, 9)).hasMessageContaining("10 is not from 1 to 9");
        assertThatThrownBy(() -> read.number("Word", 1, 9)).hasMessageContaining("not a whole number");
        assertThatThrownBy(() -> read.text("Null")).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> params.required("Absent")).hasMessageContaining("is required");
    }

    @Test
    void refusesJsonThatIsNoObject() {
        assertThat(JsonParam.read("A", "{\"a\":1,\"b\":null}")).containsExactlyEntriesOf(java.util.Map.of("a", 1));
        for (String bad : new String[]{"", "[]", "null", "{", "\"x\"", "{\"a\":1} trailing"}) {
            assertThatThrownBy(() -> JsonParam.read("A", bad)).as(bad).isInstanceOf(DomainException.class);
        }
    }

    @Test
    void writesDatesAsTheSdksParseThem() {
        Instant instant = Instant.parse("2026-03-02T10:00:05.678Z");

        assertThat(Times.rfc2822(instant)).isEqualTo("Mon, 02 Mar 2026 10:00:05 +0000");
        assertThat(Times.iso8601(instant)).isEqualTo("2026-03-02T10:00:05Z");
    }
}
