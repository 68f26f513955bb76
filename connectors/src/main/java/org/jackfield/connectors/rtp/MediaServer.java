package org.jackfield.connectors.rtp;

/** Opens media streams on this node. Thread-safe. */
public interface MediaServer {

    /**
     * Takes an RTP/RTCP port pair and opens a stream on it. The stream sends and hears nothing until it is configured. Whoever
     * opens it closes it.
     *
     * @throws NoPortLeftException every pair of the range is taken; the call is refused with 503
     */
    MediaStream open(MediaRequest request);

    /** What the server does now. */
    MediaServerStatistics statistics();
}
