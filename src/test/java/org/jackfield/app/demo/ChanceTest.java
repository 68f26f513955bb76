package org.jackfield.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ChanceTest {

    @Test
    void spreadsAsManyCallsOverTheWavesAsWereAskedFor() {
        Chance chance = new Chance(new Random(5));
        Duration now = Duration.ZERO;
        int calls = 0;

        while (now.toMinutes() < 400) {
            now = now.plus(chance.toNextCall(20, now));
            calls++;
        }

        assertThat(calls / 400.0).isBetween(18.0, 24.0);
    }

    @Test
    void bringsBurstsAndQuietMinutes() {
        Chance chance = new Chance(new Random(5));

        double quiet = mean(chance, Duration.ZERO);
        double burst = mean(chance, Duration.ofMinutes(3));

        assertThat(quiet).isGreaterThan(4 * burst);
    }

    private static double mean(Chance chance, Duration wave) {
        return DoubleStream.generate(() -> chance.toNextCall(20, wave).toMillis()).limit(500).average().orElseThrow();
    }
}
