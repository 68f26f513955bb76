package org.jackfield.connectors.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Pairs are taken once, rest, and come back. */
class PortPoolTest {

    private final ManualMediaClock clock = new ManualMediaClock();
    private final PortPool pool = new PortPool(new PortRange(20_001, 20_010), Duration.ofSeconds(2), clock);

    @Test
    void givesEvenPortsWithinRangeWhenTaken() {
        assertThat(take()).isEqualTo(20_002);
        assertThat(take()).isEqualTo(20_004);
        assertThat(take()).isEqualTo(20_006);
        assertThat(take()).isEqualTo(20_008);
        assertThat(pool.take()).isEmpty();
    }

    @Test
    void givesPairAgainOnlyWhenItRested() {
        while (pool.take().isPresent()) {
            assertThat(pool.takenCount()).isPositive();
        }

        pool.release(20_004);
        assertThat(pool.take()).isEmpty();
        assertThat(pool.restingCount()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(2));

        assertThat(take()).isEqualTo(20_004);
        assertThat(pool.take()).isEmpty();
    }

    @Test
    void ignoresReleaseWhenPairIsNotTaken() {
        int port = take();
        pool.release(port);
        pool.release(port);
        pool.release(20_008);
        clock.advance(Duration.ofSeconds(3));

        assertThat(pool.freeCount()).isEqualTo(4);
        assertThat(pool.takenCount()).isZero();
    }

    @Test
    void neverLosesOrDoublesPairWhenUsedAtRandom() {
        long seed = 5;
        var random = new Random(seed);
        Set<Integer> taken = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            if (random.nextBoolean()) {
                pool.take().ifPresent(port -> assertThat(taken.add(port)).as("seed %d", seed).isTrue());
            } else if (!taken.isEmpty()) {
                int port = taken.iterator().next();
                taken.remove(port);
                pool.release(port);
            }
            clock.advance(Duration.ofMillis(random.nextInt(900)));
            assertThat(pool.takenCount()).isEqualTo(taken.size());
            assertThat(pool.freeCount() + pool.restingCount() + pool.takenCount()).isEqualTo(4);
        }
    }

    @Test
    void refusesRangeWhenItIsMalformed() {
        for (var range : List.of("", "20000", "20000-", "20000-19999", "20001-20002", "1-9", "65000-70000", "a-b")) {
            assertThatThrownBy(() -> PortRange.parse(range)).as(range).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(PortRange.parse(" 20000-24999 ")).isEqualTo(new PortRange(20_000, 24_999));
    }

    private int take() {
        return pool.take().orElseThrow();
    }
}
