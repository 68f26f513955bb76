/**
 * Media of calls: RTP and RTCP (RFC 3550, 3551) on fixed media threads, G.711, telephone-events (RFC 4733), bridging and
 * recording. May import {@code engine} and nothing else of ours; knows no SIP. Start at
 * {@link org.jackfield.connectors.rtp.MediaServer}, then {@link org.jackfield.connectors.rtp.MediaStream}.
 */
@NullMarked
package org.jackfield.connectors.rtp;

import org.jspecify.annotations.NullMarked;
