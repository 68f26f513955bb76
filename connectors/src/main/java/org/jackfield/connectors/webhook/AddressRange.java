package org.jackfield.connectors.webhook;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/** A range of IP addresses in CIDR notation (RFC 4632). */
public final class AddressRange {

    private final byte[] network;
    private final int prefix;

    private AddressRange(byte[] network, int prefix) {
        this.network = network;
        this.prefix = prefix;
    }

    /**
     * Reads {@code ADDRESS/PREFIX}, or a single address.
     *
     * @throws IllegalArgumentException it is none
     */
    public static AddressRange parse(String text) {
        var parts = text.strip().split("/", 2);
        // A literal only: a name must not be looked up while settings are read.
        var address = InetAddress.ofLiteral(parts[0]).getAddress();
        int prefix = parts.length == 1 ? address.length * 8 : Integer.parseInt(parts[1]);
        if (prefix < 0 || prefix > address.length * 8) {
            throw new IllegalArgumentException("the prefix of a range does not fit its address: " + text);
        }
        return new AddressRange(address, prefix);
    }

    /** Reads ranges that are separated by commas or blanks; none when blank. */
    public static List<AddressRange> parseAll(String text) {
        return Arrays.stream(text.split("[,\\s]+")).filter(part -> !part.isEmpty()).map(AddressRange::parse).toList();
    }

    public boolean contains(InetAddress address) {
        var bytes = address.getAddress();
        if (bytes.length != network.length) {
            return false;
        }
        int whole = prefix / 8;
        int rest = prefix % 8;
        int mask = 0xFF00 >> rest & 0xFF;
        return Arrays.equals(bytes, 0, whole, network, 0, whole)
                && (rest == 0 || (bytes[whole] & mask) == (network[whole] & mask));
    }
}
