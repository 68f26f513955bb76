package org.jackfield.engine.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.jackfield.engine.time.SettableClock;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

    private final SettableClock clock = new SettableClock();
    private final Ids ids = new TimeOrderedIds(clock, new Random(7));

    @Test
    void hasPrefixAnd32HexDigits() {
        String id = ids.next(IdPrefix.CALL);

        assertThat(id).matches("CA[0-9a-f]{32}");
        assertThat(IdPrefix.CALL.matches(id)).isTrue();
        assertThat(IdPrefix.RECORDING.matches(id)).isFalse();
    }

    @Test
    void sortsByTimeAlsoWithinOneMillisecondAndWhenTheClockGoesBack() {
        String last = ids.next(IdPrefix.CALL);
        Set<String> seen = new HashSet<>();

        for (int i = 0; i < 20_000; i++) {
            if (i == 10_000) {
                clock.advance(Duration.ofSeconds(-5));
            }
            String next = ids.next(IdPrefix.CALL);
            assertThat(next).isGreaterThan(last);
            assertThat(seen.add(next)).isTrue();
            last = next;
        }
    }
}
