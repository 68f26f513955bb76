package org.jackfield.connectors.sip;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jackfield.connectors.rtp.MediaOptions;
import org.jackfield.connectors.rtp.PortRange;
import org.jackfield.connectors.rtp.RtpMediaServer;
import org.jackfield.engine.call.CallControl;
import org.jackfield.engine.call.InboundCalls;
import org.jackfield.engine.call.LegListener;
import org.jackfield.engine.call.contract.ContractFixture;
import org.jackfield.engine.call.contract.ContractPhone;

/** Real SIP and RTP on loopback, and phones. */
final class SipFixture implements ContractFixture {

    private final RtpMediaServer media;
    private final SipBench bench;
    private final Path folder;
    private final List<ContractSipPhone> phones = new ArrayList<>();

    SipFixture(LegListener listener, InboundCalls inbound, Path folder) {
        this.folder = folder;
        media = new RtpMediaServer(
                MediaOptions.of(InetAddress.getLoopbackAddress(), new PortRange(26_000, 26_399)), new Random(4),
                Clock.systemUTC());
        media.start();
        bench = new SipBench(options -> options, Optional.of(media));
        bench.control.reportTo(listener);
        bench.deliverTo(inbound);
    }

    @Override
    public CallControl control() {
        return bench.control;
    }

    @Override
    public ContractPhone phone() {
        ContractSipPhone phone = new ContractSipPhone(bench.phone("phone" + phones.size()));
        phones.add(phone);
        return phone;
    }

    @Override
    public String nowhere() {
        return "sip:nobody@" + SipBench.DOMAIN;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        phones.forEach(ContractSipPhone::close);
        bench.close();
        media.close();
    }
}
