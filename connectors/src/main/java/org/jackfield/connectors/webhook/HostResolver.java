package org.jackfield.connectors.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host name; the real one is {@code InetAddress::getAllByName}. */
@FunctionalInterface
public interface HostResolver {

    InetAddress[] resolve(String host) throws UnknownHostException;
}
