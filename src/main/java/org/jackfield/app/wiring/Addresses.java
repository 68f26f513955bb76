package org.jackfield.app.wiring;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jackfield.engine.error.InvalidSettingException;

/** Addresses that settings name. */
final class Addresses {

    private Addresses() {}

    static InetAddress of(String setting, String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException unknown) {
            throw new InvalidSettingException(setting, address, "an IP address or host name of this machine");
        }
    }

    /** As it stands in a URL: an IPv6 address in brackets. */
    static String literal(String address) {
        return address.contains(":") && !address.startsWith("[") ? "[" + address + "]" : address;
    }
}
