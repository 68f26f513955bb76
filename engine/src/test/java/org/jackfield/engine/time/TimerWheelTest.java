package org.jackfield.engine.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimerWheelTest {

    private static final Instant START = Instant.parse("2026-03-02T10:00:00.000500Z");

    private final TimerWheel<String> wheel = new TimerWheel<>(START, Duration.ofMillis(10));

    @Test
    void tellsWhatIsDueInTheOrderOfTime() {
        wheel.set(START.plusSeconds(90), "c");
        wheel.set(START.plusMillis(15), "a");
        wheel.set(START.plus(Duration.ofDays(14)), "d");
        wheel.set(START.plusSeconds(7), "b");

        assertThat(wheel.advance(START.plusMillis(14))).isEmpty();
        assertThat(wheel.advance(START.plusMillis(25))).containsExactly("a");
        assertThat(wheel.advance(START.plus(Duration.ofDays(15)))).containsExactly("b", "c", "d");
        assertThat(wheel.size()).isZero();
        assertThat(wheel.nextLook()).isEmpty();
    }

    @Test
    void forgetsWhatIsCancelled() {
        TimerWheel.Entry<String> one = wheel.set(START.plusSeconds(1), "one");
        wheel.set(START.plusSeconds(1), "other");

        wheel.cancel(one);
        wheel.cancel(one);

        assertThat(wheel.size()).isEqualTo(1);
        assertThat(wheel.advance(START.plusSeconds(2))).containsExactly("other");
        wheel.cancel(one);
        assertThat(wheel.size()).isZero();
    }

    @Test
    void tellsWhatIsPastAtTheNextTick() {
        wheel.advance(START.plusSeconds(5));
        wheel.set(START, "late");

        assertThat(wheel.nextLook()).hasValueSatisfying(at -> assertThat(at).isBefore(START.plusSeconds(6)));
        assertThat(wheel.advance(START.plusSeconds(5).plusMillis(10))).containsExactly("late");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20_261_127})
    void isNeverEarlyAndAtMostATickLate(long seed) {
        Random random = new Random(seed);
        Map<String, Instant> expected = new HashMap<>();
        List<TimerWheel.Entry<String>> entries = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Instant now = START;
        for (int step = 0; step < 4_000; step++) {
            if (random.nextInt(3) > 0) {
                Instant due = now.plusMillis(1 + (long) Math.pow(10, random.nextDouble() * 9));
                names.add("t" + step);
                entries.add(wheel.set(due, "t" + step));
                expected.put("t" + step, due);
            } else if (!entries.isEmpty() && random.nextBoolean()) {
                int index = random.nextInt(entries.size());
                wheel.cancel(entries.get(index));
                expected.remove(names.get(index));
            }
            now = random.nextInt(4) == 0
                    ? wheel.nextLook().filter(now::isBefore).orElse(now)
                    : now.plusMillis((long) Math.pow(10, random.nextDouble() * 7));
            verify(seed, expected, now);
            assertThat(wheel.size()).as("seed %d", seed).isEqualTo(expected.size());
        }
    }

    private void verify(long seed, Map<String, Instant> expected, Instant now) {
        List<Instant> told = new ArrayList<>();
        for (String what : wheel.advance(now)) {
            Instant due = Optional.ofNullable(expected.remove(what)).orElse(Instant.MAX);
            assertThat(due).as("seed %d: %s", seed, what).isBeforeOrEqualTo(now);
            told.add(due);
        }
        Instant late = now.minusMillis(11);
        assertThat(expected.values()).as("seed %d", seed).noneMatch(due -> due.isBefore(late));
        for (int i = 1; i < told.size(); i++) {
            assertThat(told.get(i)).as("seed %d", seed).isAfter(told.get(i - 1).minusMillis(11));
        }
    }
}
