package org.jackfield.connectors.rtp;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jackfield.engine.call.CallControl.Playback;

/**
 * The media of one leg: one RTP session with its port pair (RFC 3550).
 *
 * <p>
 * Thread-safe. Every method returns at once; what it asks for happens on the media thread of the stream at its next 20 ms
 * slot, in the order of the calls. What comes of it arrives at the {@link MediaListener}. Nothing throws for the state of
 * the stream; after {@link #close} everything is ignored.
 *
 * <p>
 * From its configuration on, a stream that may send sends a packet every 20 ms: digits before a playback before the bridge
 * before silence.
 */
public interface MediaStream extends AutoCloseable {

    /** Where the peer sends RTP to: address and even port, as the SDP names them. RTCP is the next port. */
    InetSocketAddress local();

    /**
     * Where and how to send, from the peer's SDP; again for each new negotiation. The time to the loss of media starts with
     * it, so an inbound leg is configured when it is answered. The lock on the peer's source address is kept when the RTP
     * address did not change.
     */
    void configure(RemoteMedia remote);

    /**
     * Plays to the peer, in place of what plays now; {@link MediaListener#played} follows unless replaced or stopped.
     */
    void play(Playback playback);

    /** Stops what is playing; nothing follows. */
    void stopPlaying();

    /**
     * Sends digits (0-9 * # A-D, {@code w} pauses half a second) after those that are still to be sent: as
     * telephone-events (RFC 4733) when negotiated, else as tones (ITU-T Q.23). Other characters are left out.
     */
    void sendDigits(String digits);

    /**
     * Lets the two streams hear each other, and stops what plays to them. A stream is in at most one bridge: an older one
     * of either is left first. Digits pass the bridge and are reported as well.
     */
    void bridge(MediaStream other);

    /** Leaves the bridge; both hear silence. */
    void unbridge();

    /**
     * While held nothing is sent (a playback goes on in time) and a lack of packets is no loss. A hold that the peer
     * negotiated needs no call of this: {@link RemoteMedia#direction} says it.
     */
    void hold(boolean held);

    /**
     * Records what is received on this stream into the left channel and what is received on the other one into the right
     * channel, aligned in time; mono without another one. Ends with {@link #stopRecording} or with either stream;
     * {@link MediaListener#recorded} of this stream follows in any case. The file appears complete or not at all; while it
     * grows its name ends with {@code .part}. The folder must exist.
     */
    default void record(String recording, Optional<MediaStream> right, Path file) {
        record(recording, right, file, Duration.ZERO);
    }

    /** As above, and ends by itself after that long without a voice in either channel; zero: never. */
    void record(String recording, Optional<MediaStream> right, Path file, Duration endingSilence);

    /** Ends a recording that this stream started; no effect when there is none. */
    void stopRecording(String recording);

    /** What has passed so far. */
    StreamStatistics statistics();

    /** Sends an RTCP BYE, ends bridge and recordings, frees the port pair. Idempotent. */
    @Override
    void close();
}
