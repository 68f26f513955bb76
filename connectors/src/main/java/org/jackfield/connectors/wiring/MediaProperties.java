package org.jackfield.connectors.wiring;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.jackfield.connectors.rtp.MediaOptions;
import org.jackfield.connectors.rtp.PortRange;
import org.jackfield.engine.error.InvalidSettingException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** As {@link MediaOptions}; an empty address is that of SIP, no threads half of the processors. */
@ConfigurationProperties("jackfield.media")
record MediaProperties(@DefaultValue("") String address, @DefaultValue("0") int threads,
        @DefaultValue("60s") Duration lostAfter, @DefaultValue("3s") Duration learning,
        @DefaultValue("2s") Duration portRest) {

    MediaOptions options(String sipAddress, String ports) {
        var standard = MediaOptions.of(resolved(address.isBlank() ? sipAddress : address), range(ports));
        return new MediaOptions(standard.address(), standard.ports(), threads > 0 ? threads : standard.threads(),
                lostAfter,
                learning, portRest);
    }

    private static PortRange range(String ports) {
        try {
            return PortRange.parse(ports);
        } catch (IllegalArgumentException malformed) {
            throw new InvalidSettingException("jackfield.rtp-ports", ports, String.valueOf(malformed.getMessage()));
        }
    }

    private static InetAddress resolved(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException unknown) {
            throw new InvalidSettingException("jackfield.media.address", address, "an address of this machine");
        }
    }
}
