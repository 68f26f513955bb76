package org.jackfield.connectors.rtp;

import java.time.Duration;

/**
 * How well media went and goes.
 *
 * @param sent RTP packets sent by all streams since the start, also those that are closed
 * @param received RTP packets taken from peers since the start
 * @param lost RTP packets that were expected and never came (RFC 3550, section A.3) since the start; late ones are taken off
 * @param discarded packets that came too late, or twice, to be heard
 * @param meanJitter the interarrival jitter (RFC 3550, section 6.4.1) of the streams that are open, on average
 * @param worstJitter the largest of them
 */
public record MediaQuality(long sent, long received, long lost, long discarded, Duration meanJitter,
        Duration worstJitter) {

    /** Nothing was sent or heard. */
    public static final MediaQuality NONE = new MediaQuality(0, 0, 0, 0, Duration.ZERO, Duration.ZERO);

    MediaQuality plus(StreamStatistics stream) {
        return new MediaQuality(sent + stream.sent(), received + stream.received(), lost + stream.lost(),
                discarded + stream.discarded(), meanJitter, worstJitter);
    }

    MediaQuality withJitter(Duration mean, Duration worst) {
        return new MediaQuality(sent, received, lost, discarded, mean, worst);
    }
}
