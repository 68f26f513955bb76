/**
 * Session descriptions (RFC 8866) and their offer/answer exchange (RFC 3264), for one audio stream of G.711. A small strict
 * reader with bounds: what a peer sends is hostile until it is read. May import {@code connectors.rtp}. Start at
 * {@link org.jackfield.connectors.sip.sdp.MediaNegotiation}.
 */
@NullMarked
package org.jackfield.connectors.sip.sdp;

import org.jspecify.annotations.NullMarked;
