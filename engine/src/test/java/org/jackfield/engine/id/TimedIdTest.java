package org.jackfield.engine.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimedIdTest {

    private static final Instant TIME = Instant.parse("2026-03-02T10:00:00.123456Z");

    @Test
    void isReadAsItWasWritten() {
        TimedId place = new TimedId(TIME, "WK1");

        assertThat(TimedId.parse(place.text())).isEqualTo(place);
        assertThat(TimedId.parse(TimedId.LAST.text())).isEqualTo(TimedId.LAST);
        assertThat(TimedId.parse("")).isEqualTo(TimedId.FIRST);
    }

    @Test
    void ordersTextsAsEntries() {
        List<String> texts = Stream.of(TimedId.FIRST, new TimedId(TIME, "WK1"), new TimedId(TIME, "WK2"),
                new TimedId(TIME.plusNanos(1_000), "WK1"), TimedId.LAST).map(TimedId::text).toList();

        assertThat(texts).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void refusesWhatItDidNotWrite() {
        Stream.of("WK0123456789", "f".repeat(16), "7" + "f".repeat(15) + "WK1", "12")
                .forEach(text -> assertThatThrownBy(() -> TimedId.parse(text)).as(text)
                        .isInstanceOf(IllegalArgumentException.class));
    }
}
