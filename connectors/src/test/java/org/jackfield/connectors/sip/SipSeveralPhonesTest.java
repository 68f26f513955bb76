package org.jackfield.connectors.sip;

import java.nio.file.Path;
import org.jackfield.engine.call.InboundCalls;
import org.jackfield.engine.call.contract.ContractFixture;
import org.jackfield.engine.call.run.SeveralPhonesContract;
import org.junit.jupiter.api.io.TempDir;

/** The suite over real SIP and RTP on loopback. */
class SipSeveralPhonesTest extends SeveralPhonesContract {

    @TempDir
    Path folder;

    @Override
    protected ContractFixture open(InboundCalls inbound) {
        return new SipFixture((_, _) -> {}, inbound, folder);
    }
}
