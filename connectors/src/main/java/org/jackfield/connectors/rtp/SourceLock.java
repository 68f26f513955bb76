package org.jackfield.connectors.rtp;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which source a stream listens to (symmetric RTP, RFC 4961) and what it drops: the defence against packets that others inject and
 * against being made to send a call to them ("RTP bleed").
 *
 * <p>
 * The address that the peer signalled is taken with its first packet. Peers behind address translation come from another one: within
 * a short learning window, which opens with the first packet, a source that sent three packets in sequence with one SSRC is
 * taken too; until the window closes a better match replaces it (the signalled address before its host with another port before
 * any other). Then the lock stays until another address is signalled. From the locked source a new SSRC is believed only after
 * the old one fell silent, and with two packets in sequence. Confined to a media thread.
 */
final class SourceLock {

    enum Verdict {
        /** From the peer. */
        ACCEPTED,
        /** From the peer, and the first of a new synchronisation source. */
        ACCEPTED_NEW,
        /** Perhaps the peer; dropped until it is clear. */
        PROBATION,
        /** Not the peer. */
        FOREIGN
    }

    private static final int UNKNOWN_HOST = 0;
    private static final int SIGNALLED_HOST = 1;
    private static final int SIGNALLED = 2;
    private static final int IN_SEQUENCE_STRANGER = 3;
    private static final int IN_SEQUENCE_KNOWN = 2;
    private static final long SILENT_NANOS = Duration.ofMillis(60).toNanos();

    private final long windowNanos;
    private @Nullable InetSocketAddress signalled;
    private @Nullable InetSocketAddress locked;
    private int lockedRank;
    private int lockedSsrc;
    private long lastHeard;
    private long windowEnds = Long.MAX_VALUE;
    private @Nullable SocketAddress candidate;
    private int candidateSsrc;
    private int candidateSequence;
    private int candidatePackets;

    SourceLock(Duration learning) {
        windowNanos = learning.toNanos();
    }

    /** The address of the peer's SDP; the lock opens when it is another one. */
    void signalled(InetSocketAddress address) {
        if (address.equals(signalled)) {
            return;
        }
        signalled = address;
        locked = null;
        candidate = null;
        windowEnds = Long.MAX_VALUE;
    }

    /** Where to send: the locked source, else the signalled address. */
    @Nullable
    InetSocketAddress target() {
        return locked != null ? locked : signalled;
    }

    int ssrc() {
        return lockedSsrc;
    }

    boolean isLocked() {
        return locked != null;
    }

    Verdict judge(InetSocketAddress from, int ssrc, int sequence, long now) {
        var owner = locked;
        if (owner != null && from.equals(owner)) {
            return judgeLocked(from, ssrc, sequence, now);
        }
        if (windowEnds == Long.MAX_VALUE) {
            windowEnds = now + windowNanos;
        }
        int rank = rank(from);
        if (owner != null && (rank <= lockedRank || now >= windowEnds)) {
            return Verdict.FOREIGN;
        }
        if (rank == SIGNALLED) {
            return lock(from, ssrc, rank, now);
        }
        if (now >= windowEnds) {
            return Verdict.FOREIGN;
        }
        return inSequence(from, ssrc, sequence, IN_SEQUENCE_STRANGER) ? lock(from, ssrc, rank, now) : Verdict.PROBATION;
    }

    /** Whether RTCP from there may be the peer's: it comes from the host that RTP comes from. */
    boolean ownsHost(InetSocketAddress from) {
        var peer = target();
        return peer != null && from.getAddress().equals(peer.getAddress());
    }

    private Verdict judgeLocked(InetSocketAddress from, int ssrc, int sequence, long now) {
        if (ssrc == lockedSsrc) {
            lastHeard = now;
            return Verdict.ACCEPTED;
        }
        if (now - lastHeard < SILENT_NANOS) {
            return Verdict.FOREIGN;
        }
        return inSequence(from, ssrc, sequence, IN_SEQUENCE_KNOWN)
                ? lock(from, ssrc, lockedRank, now)
                : Verdict.PROBATION;
    }

    private boolean inSequence(SocketAddress from, int ssrc, int sequence, int wanted) {
        boolean follows = from.equals(candidate) && ssrc == candidateSsrc
                && sequence == ((candidateSequence + 1) & 0xFFFF);
        candidate = from;
        candidateSsrc = ssrc;
        candidateSequence = sequence;
        candidatePackets = follows ? candidatePackets + 1 : 1;
        return candidatePackets >= wanted;
    }

    private Verdict lock(InetSocketAddress from, int ssrc, int rank, long now) {
        locked = from;
        lockedRank = rank;
        lockedSsrc = ssrc;
        lastHeard = now;
        candidate = null;
        return Verdict.ACCEPTED_NEW;
    }

    private int rank(InetSocketAddress from) {
        var wanted = signalled;
        if (wanted == null || !from.getAddress().equals(wanted.getAddress())) {
            return UNKNOWN_HOST;
        }
        return from.getPort() == wanted.getPort() ? SIGNALLED : SIGNALLED_HOST;
    }
}
