package org.jackfield.connectors.wiring;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jackfield.connectors.sip.SipOptions;
import org.jackfield.connectors.sip.digest.DigestAlgorithm;
import org.jackfield.engine.error.InvalidSettingException;
import org.jackfield.engine.presence.Registrations;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** As {@link SipOptions}. */
@ConfigurationProperties("jackfield.sip")
record SipProperties(@DefaultValue("127.0.0.1") String address, @DefaultValue("5060") int port,
        @DefaultValue({
            "udp", "tcp"}) Set<String> transports,
        @DefaultValue("30m") Duration sessionExpires,
        @DefaultValue("90s") Duration leastSession, @DefaultValue("2000") int legs,
        @DefaultValue("20000") int transactions, @DefaultValue("2000") int connections,
        @DefaultValue("500") int sourceRate, @DefaultValue("100") int sourceConnections,
        @DefaultValue("60s") Duration leastRegistration, @DefaultValue("1h") Duration mostRegistration,
        @DefaultValue("10") int contactsPerUser, @DefaultValue("5m") Duration nonceLife,
        @DefaultValue("MD5") List<DigestAlgorithm> digestAlgorithms) {

    SipOptions options() {
        try {
            return checkedOptions();
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException("jackfield.sip", toString(), String.valueOf(e.getMessage()));
        }
    }

    private SipOptions checkedOptions() {
        SipOptions standard = SipOptions.at(literal(), port);
        SipOptions.Limits usual = standard.limits();
        return new SipOptions(standard.address(), port, transports, sessionExpires, leastSession, standard.timerT1(),
                new SipOptions.Limits(legs, transactions, connections, usual.message(), usual.connectionIdle(),
                        usual.messageTime(), new SipOptions.Sources(sourceRate, sourceConnections)),
                new Registrations.Limits(leastRegistration, mostRegistration, contactsPerUser),
                new SipOptions.Proof(nonceLife, digestAlgorithms));
    }

    private String literal() {
        try {
            return InetAddress.getByName(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new InvalidSettingException("JACKFIELD_SIP_ADDRESS", address, "an IP address of this machine");
        }
    }
}
