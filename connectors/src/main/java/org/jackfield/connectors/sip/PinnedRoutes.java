package org.jackfield.connectors.sip;

import gov.nist.javax.sip.message.MessageExt;
import java.util.List;
import java.util.ListIterator;
import javax.sip.SipStack;
import javax.sip.address.Hop;
import javax.sip.address.Router;
import javax.sip.address.SipURI;
import javax.sip.address.URI;
import javax.sip.header.RouteHeader;
import javax.sip.message.Request;

/**
 * Where a request goes: to the hop that was pinned to it (a registered phone is reached at the address that its
 * registration came from, RFC 3581 and RFC 5626, section 5.3), else to its first route, else to its request URI.
 */
final class PinnedRoutes {

    private PinnedRoutes() {}

    static void pin(Request request, NextHop hop) {
        ((MessageExt) request).setApplicationData(hop);
    }

    /** Made by JAIN-SIP through its name. */
    public static final class Finder implements Router {

        /** The constructor that JAIN-SIP looks for. */
        public Finder(SipStack stack, String outboundProxy) {}

        @Override
        public Hop getNextHop(Request request) {
            if (((MessageExt) request).getApplicationData() instanceof NextHop pinned) {
                return pinned;
            }
            RouteHeader route = (RouteHeader) request.getHeader(RouteHeader.NAME);
            URI target = route == null ? request.getRequestURI() : route.getAddress().getURI();
            if (target instanceof SipURI uri) {
                return NextHop.of(uri);
            }
            throw new IllegalArgumentException("only sip: URIs can be reached");
        }

        @Override
        @SuppressWarnings("deprecation") // the interface still asks for it
        public ListIterator<Hop> getNextHops(Request request) {
            return List.of(getNextHop(request)).listIterator();
        }

        @Override
        public Hop getOutboundProxy() {
            throw new UnsupportedOperationException("there is no outbound proxy");
        }
    }
}
