package org.jackfield.engine.id;

import java.time.Clock;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Ids in the layout of UUID version 7 (RFC 9562, section 5.7): 48 bits of Unix milliseconds, then a counter in the 12
 * bits of {@code rand_a} that keeps ids of one millisecond in order on this node, then 62 random bits. Thread-safe.
 */
public final class TimeOrderedIds implements Ids {

    private static final HexFormat HEX = HexFormat.of();
    private static final int COUNTER_BITS = 12;

    private final Clock clock;
    private final RandomGenerator random;
    private final AtomicLong lastTick = new AtomicLong();

    public TimeOrderedIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public String next(IdPrefix prefix) {
        long now = clock.millis() << COUNTER_BITS;
        long tick = lastTick.updateAndGet(last -> Math.max(now, last + 1));
        long high = ((tick >>> COUNTER_BITS) << 16) | 0x7000L | (tick & 0xFFFL);
        long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return prefix.letters() + HEX.toHexDigits(high) + HEX.toHexDigits(low);
    }
}
