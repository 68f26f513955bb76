package org.jackfield.connectors.sip;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jackfield.connectors.sip.digest.DigestAlgorithm;
import org.jackfield.engine.presence.Registrations;

/**
 * How the SIP side behaves.
 *
 * @param address the IP address to listen on, which peers also see in our messages
 * @param port the port for every transport; 0 takes a free one
 * @param transports some of {@code udp} and {@code tcp}
 * @param sessionExpires how long a call lives without a refresh (RFC 4028)
 * @param leastSession the shortest such time that we accept ({@code Min-SE})
 * @param timerT1 the round-trip estimate that our own timers are made of (RFC 3261, section 17.1.1.1)
 * @param limits bounds on what peers can make us hold
 * @param registrations bounds of what a phone may ask for
 * @param proof how users are asked to prove who they are
 */
public record SipOptions(String address, int port, Set<String> transports, Duration sessionExpires,
        Duration leastSession, Duration timerT1, Limits limits, Registrations.Limits registrations,
        Proof proof) {

    private static final int HIGHEST_PORT = 65_535;

    public SipOptions {
        transports = Set.copyOf(transports);
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("a SIP port is 0 to 65535, not " + port);
        }
        if (transports.isEmpty() || !Set.of("udp", "tcp").containsAll(transports)) {
            throw new IllegalArgumentException("SIP transports are udp and tcp, not " + transports);
        }
        if (leastSession.compareTo(Duration.ofSeconds(90)) < 0 || sessionExpires.compareTo(leastSession) < 0) {
            throw new IllegalArgumentException("a session lives at least 90 seconds (RFC 4028, section 4)");
        }
    }

    /**
     * Bounds.
     *
     * @param legs legs at one time; more are answered 503
     * @param transactions server transactions at one time; more are answered 503 or dropped
     * @param connections TCP connections at one time; more are closed
     * @param message bytes of one message
     * @param connectionIdle how long a TCP connection may be silent
     * @param messageTime how long one message may take to arrive over TCP
     * @param sources what one source may send
     */
    public record Limits(int legs, int transactions, int connections, int message, Duration connectionIdle,
            Duration messageTime, Sources sources) {

        public static final Limits DEFAULT = new Limits(2_000, 20_000, 2_000, 65_536, Duration.ofHours(2),
                Duration.ofSeconds(10), Sources.DEFAULT);

        /** With the usual bounds of one source. */
        public Limits(int legs, int transactions, int connections, int message, Duration connectionIdle,
                Duration messageTime) {
            this(legs, transactions, connections, message, connectionIdle, messageTime, Sources.DEFAULT);
        }
    }

    /**
     * What one source, an IPv4 address or an IPv6 network of 64 bits, may send; four times as much from the machine itself. Checked
     * before anything is parsed.
     *
     * @param perSecond messages a second, with bursts of four seconds; more are dropped
     * @param connections TCP connections at one time; more are closed
     */
    public record Sources(int perSecond, int connections) {

        public static final Sources DEFAULT = new Sources(500, 100);

        public Sources {
            if (perSecond < 1 || connections < 1) {
                throw new IllegalArgumentException(
                        "a source may send at least one message a second over one connection");
            }
        }
    }

    /**
     * Digest challenges.
     *
     * @param nonceLife how long a challenge is good for
     * @param algorithms what is asked for, the preferred one first (RFC 8760); whatever of them is answered with is accepted
     */
    public record Proof(Duration nonceLife, List<DigestAlgorithm> algorithms) {

        /** MD5 alone: phones with older stacks give up at a challenge with an algorithm that they do not know. */
        public static final Proof DEFAULT = new Proof(Duration.ofMinutes(5), List.of(DigestAlgorithm.MD5));

        public Proof {
            algorithms = List.copyOf(algorithms);
            if (algorithms.isEmpty()) {
                throw new IllegalArgumentException("at least one digest algorithm is needed");
            }
        }
    }

    /** The defaults at an address. */
    public static SipOptions at(String address, int port) {
        return new SipOptions(address, port, Set.of("udp", "tcp"), Duration.ofMinutes(30), Duration.ofSeconds(90),
                Duration.ofMillis(500), Limits.DEFAULT,
                new Registrations.Limits(Duration.ofSeconds(60), Duration.ofHours(1), 10), Proof.DEFAULT);
    }
}
