package org.jackfield.connectors.rtp;

import java.net.InetAddress;
import java.time.Duration;

/**
 * How a media server runs.
 *
 * @param address where RTP and RTCP are received and sent from
 * @param ports the pairs, each serves one stream at a time
 * @param threads media threads; each serves its streams every 20 ms
 * @param mediaLostAfter the silence on the wire after which media counts as lost; zero never
 * @param learning how long after the first packet a peer behind address translation may be learned; zero trusts the signalled address
 *        alone
 * @param portRest how long a port pair rests after use, so that late packets of the old call do not meet a new one
 */
public record MediaOptions(InetAddress address, PortRange ports, int threads, Duration mediaLostAfter,
        Duration learning,
        Duration portRest) {

    private static final int MOST_THREADS = 256;

    public MediaOptions {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException("media threads must be 1 to " + MOST_THREADS + ": " + threads);
        }
        if (mediaLostAfter.isNegative() || learning.isNegative() || portRest.isNegative()) {
            throw new IllegalArgumentException("media durations must not be negative");
        }
    }

    /** Half of the processors (at least one thread), a minute to the loss of media, 3 s of learning, 2 s of rest. */
    public static MediaOptions of(InetAddress address, PortRange ports) {
        return new MediaOptions(address, ports, Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
                Duration.ofMinutes(1), Duration.ofSeconds(3), Duration.ofSeconds(2));
    }
}
