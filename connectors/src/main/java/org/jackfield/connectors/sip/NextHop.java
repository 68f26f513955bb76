package org.jackfield.connectors.sip;

import java.util.Locale;
import javax.sip.address.Hop;
import javax.sip.address.SipURI;

/** A transport address to send to; the transport in lower case. */
record NextHop(String host, int port, String transport) implements Hop {

    private static final int DEFAULT_PORT = 5060;

    static NextHop of(SipURI uri) {
        String transport = uri.getTransportParam() == null ? "udp" : uri.getTransportParam().toLowerCase(Locale.ROOT);
        String host = uri.getMAddrParam() == null ? uri.getHost() : uri.getMAddrParam();
        return new NextHop(host, uri.getPort() <= 0 ? DEFAULT_PORT : uri.getPort(), transport);
    }

    /** From {@code ip:port}. */
    static NextHop of(String address, String transport) {
        int colon = address.lastIndexOf(':');
        return new NextHop(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)), transport);
    }

    @Override
    public String getHost() {
        return host;
    }

    @Override
    public int getPort() {
        return port;
    }

    @Override
    public String getTransport() {
        return transport;
    }
}
