package org.jackfield.app.demo;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** How people decide. */
record Chance(RandomGenerator random) {

    /** Waves of a day, one a minute: quiet, usual, usual, a burst; they are 1 on average. */
    private static final double[] WAVES = {0.4, 0.9, 0.7, 2.0};
    private static final double LONGEST = 4;

    boolean of(double probability) {
        return random.nextDouble() < probability;
    }

    Duration between(int leastSeconds, int mostSeconds) {
        return Duration.ofMillis(random.nextLong(leastSeconds * 1_000L, mostSeconds * 1_000L));
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The time to the next call, at so many a minute on average, in the wave that the day is in. */
    Duration toNextCall(int callsPerMinute, Duration sinceStart) {
        double wave = WAVES[(int) (sinceStart.toMinutes() % WAVES.length)];
        double mean = 60_000 / (callsPerMinute * wave);
        double drawn = -Math.log(1 - random.nextDouble()) * mean;
        return Duration.ofMillis(Math.round(Math.min(drawn, LONGEST * mean)));
    }
}
