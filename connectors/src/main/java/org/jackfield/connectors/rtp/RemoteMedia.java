package org.jackfield.connectors.rtp;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * The peer's side of a stream, as negotiated by SDP (RFC 3264): where it wants RTP and RTCP, the codec to send (either codec is
 * understood when received), telephone-event payload types when negotiated, and what we do. Without telephone-events digits are
 * found in the sound itself. Addresses are resolved.
 */
public record RemoteMedia(InetSocketAddress rtp, InetSocketAddress rtcp, Codec codec,
        Optional<TelephoneEvents> telephoneEvents, Direction direction) {

    public RemoteMedia {
        if (rtp.isUnresolved() || rtcp.isUnresolved()) {
            throw new IllegalArgumentException("media addresses must be resolved: " + rtp + ", " + rtcp);
        }
    }

    /** RTCP on the port after RTP's, as usual. */
    public static RemoteMedia of(InetSocketAddress rtp, Codec codec, Optional<TelephoneEvents> telephoneEvents,
            Direction direction) {
        var rtcp = new InetSocketAddress(rtp.getAddress(), Math.min(65_535, rtp.getPort() + 1));
        return new RemoteMedia(rtp, rtcp, codec, telephoneEvents, direction);
    }
}
