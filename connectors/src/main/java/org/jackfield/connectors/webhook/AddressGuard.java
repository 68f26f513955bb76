package org.jackfield.connectors.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Decides whether a host that a tenant named may be reached: only public addresses, unless the operator allowed their range. A host is
 * resolved once, and whoever connects uses the returned address: a name that changes its address meanwhile (DNS rebinding) gains
 * nothing. When a name has several addresses all must be permitted. Thread-safe.
 */
public final class AddressGuard {

    /** The special-purpose registries of RFC 6890 and its updates, as far as they are not public; and multicast. */
    private static final List<AddressRange> REFUSED = AddressRange.parseAll("""
            0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24
            192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4
            2001::/23 2001:db8::/32 2002::/16 3fff::/20""");
    /** All other IPv6 is private, local, mapped, translated or not assigned. */
    private static final AddressRange GLOBAL_IPV6 = AddressRange.parse("2000::/3");
    private static final int IPV6_LENGTH = 16;

    private final List<AddressRange> allowed;
    private final HostResolver resolver;

    /** @param allowed ranges that may be reached although they are not public */
    public AddressGuard(List<AddressRange> allowed, HostResolver resolver) {
        this.allowed = List.copyOf(allowed);
        this.resolver = resolver;
    }

    /**
     * The address to connect to.
     *
     * @throws UnknownHostException it has none
     * @throws RefusedAddressException it may not be reached
     */
    public InetAddress permitted(String host) throws UnknownHostException {
        var addresses = resolver.resolve(unbracketed(Objects.requireNonNull(host, "host")));
        if (addresses.length == 0) {
            throw new UnknownHostException(host);
        }
        if (!Arrays.stream(addresses).allMatch(this::isPermitted)) {
            throw new RefusedAddressException("the address of " + host + " is private or special and not allowed");
        }
        return addresses[0];
    }

    boolean isPermitted(InetAddress address) {
        return allowed.stream().anyMatch(range -> range.contains(address)) || isPublic(address);
    }

    private static boolean isPublic(InetAddress address) {
        if (address.getAddress().length == IPV6_LENGTH && !GLOBAL_IPV6.contains(address)) {
            return false;
        }
        return REFUSED.stream().noneMatch(range -> range.contains(address));
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
