package org.jackfield.connectors.sip;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jackfield.connectors.sip.SipOptions.Sources;
import org.jackfield.engine.time.Timers;

/**
 * What one source may send and how many connections it may hold, decided before anything is parsed. A source is an IPv4 address
 * or an IPv6 network of 64 bits. Each has a bucket that fills steadily; sources that nobody knows share a larger one besides,
 * so that many of them cannot starve those whose phones are registered. Memory is bounded: the sources that were silent the
 * longest are forgotten. Thread-safe.
 */
final class SourceGate {

    /** A machine's own programs and tests come from one address. */
    static final int LOOPBACK_FACTOR = 4;
    /** A burst is what comes in so many seconds at most. */
    static final int BURST_SECONDS = 4;
    /** All strangers together send no more than so many single sources. */
    static final int STRANGERS_FACTOR = 8;

    static final Duration TICK = Duration.ofMillis(100);

    private static final Logger LOG = System.getLogger(SourceGate.class.getName());
    private static final int TICKS_PER_SECOND = 10;
    private static final int MOST_SOURCES = 20_000;
    private static final int SILENT_TICKS = 100;
    private static final int NETWORK_BYTES = 8;

    /** The network part of an address. */
    private record Source(long network, boolean six) {}

    private static final class Bucket {
        private long tenths;
        private long filledAt;
        private boolean known;
        private int connections;
    }

    private final Sources rates;
    private final Map<Source, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Source, Bucket> eldest) {
            return size() > MOST_SOURCES && eldest.getValue().connections == 0;
        }
    };
    private final Bucket strangers = new Bucket();
    private long now;
    private long dropped;
    private long toldAt = -SILENT_TICKS;

    SourceGate(Sources rates) {
        this.rates = rates;
        strangers.tenths = full(rates.perSecond() * STRANGERS_FACTOR);
    }

    /** Lets the buckets fill as time goes by, for as long as the timers run. */
    void fillBy(Timers timers) {
        timers.after(TICK, () -> {
            tick();
            fillBy(timers);
        });
    }

    synchronized void tick() {
        now++;
    }

    /** The ticks so far. */
    synchronized long now() {
        return now;
    }

    /** Whether a message of the source is looked at. */
    synchronized boolean admits(InetAddress from) {
        Bucket own = bucket(from);
        fill(own, perSecond(from));
        fill(strangers, rates.perSecond() * STRANGERS_FACTOR);
        boolean admitted = own.tenths >= TICKS_PER_SECOND && (own.known || strangers.tenths >= TICKS_PER_SECOND);
        if (admitted) {
            own.tenths -= TICKS_PER_SECOND;
            strangers.tenths -= own.known ? 0 : TICKS_PER_SECOND;
        } else {
            dropped++;
            tell(from);
        }
        return admitted;
    }

    /** A phone at the source proved who it is: strangers do not take its share. */
    synchronized void know(InetAddress from) {
        bucket(from).known = true;
    }

    /** Whether the source may hold one connection more; each that it may is given back by {@link #closed}. */
    synchronized boolean opens(InetAddress from) {
        Bucket own = bucket(from);
        boolean admitted = own.connections < rates.connections() * (from.isLoopbackAddress() ? LOOPBACK_FACTOR : 1);
        own.connections += admitted ? 1 : 0;
        return admitted;
    }

    synchronized void closed(InetAddress from) {
        bucket(from).connections--;
    }

    /** How many messages were not looked at. */
    synchronized long dropped() {
        return dropped;
    }

    private int perSecond(InetAddress from) {
        return rates.perSecond() * (from.isLoopbackAddress() ? LOOPBACK_FACTOR : 1);
    }

    private Bucket bucket(InetAddress from) {
        return buckets.computeIfAbsent(source(from), _ -> {
            Bucket fresh = new Bucket();
            fresh.tenths = full(perSecond(from));
            fresh.filledAt = now;
            return fresh;
        });
    }

    private static long full(int perSecond) {
        return (long) perSecond * BURST_SECONDS * TICKS_PER_SECOND;
    }

    private void fill(Bucket bucket, int perSecond) {
        bucket.tenths = Math.min(full(perSecond), bucket.tenths + (now - bucket.filledAt) * perSecond);
        bucket.filledAt = now;
    }

    private void tell(InetAddress from) {
        if (now - toldAt >= SILENT_TICKS) {
            toldAt = now;
            LOG.log(Level.WARNING, "{0} sends more than it may; {1} messages were dropped so far",
                    from.getHostAddress(),
                    dropped);
        }
    }

    private static Source source(InetAddress from) {
        byte[] network = Arrays.copyOf(from.getAddress(), NETWORK_BYTES);
        long number = 0;
        for (byte part : network) {
            number = (number << Byte.SIZE) | (part & 0xFF);
        }
        return new Source(number, from instanceof Inet6Address);
    }
}
