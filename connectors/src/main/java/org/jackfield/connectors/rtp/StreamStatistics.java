package org.jackfield.connectors.rtp;

import java.time.Duration;

/**
 * Counts of one stream since it was opened.
 *
 * @param sent RTP packets sent
 * @param received RTP packets taken from the peer
 * @param lost RTP packets that were expected and never came (RFC 3550, section A.3)
 * @param discarded packets that came too late, or twice, to be heard
 * @param malformed packets dropped because they are no valid RTP or RTCP, or of an unknown payload type
 * @param foreign packets dropped because they came from another source than the peer
 * @param jitter the interarrival jitter now (RFC 3550, section 6.4.1)
 * @param roundTrip the last round-trip time from RTCP, zero when unknown
 */
public record StreamStatistics(long sent, long received, long lost, long discarded, long malformed, long foreign,
        Duration jitter, Duration roundTrip) {}
