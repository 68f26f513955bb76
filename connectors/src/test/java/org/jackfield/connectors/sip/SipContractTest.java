package org.jackfield.connectors.sip;

import java.nio.file.Path;
import org.jackfield.engine.call.InboundCalls;
import org.jackfield.engine.call.LegListener;
import org.jackfield.engine.call.contract.CallControlContract;
import org.jackfield.engine.call.contract.ContractFixture;
import org.junit.jupiter.api.io.TempDir;

/** The suite over real SIP and RTP on loopback. */
class SipContractTest extends CallControlContract {

    @TempDir
    Path folder;

    @Override
    protected ContractFixture open(LegListener listener, InboundCalls inbound) {
        return new SipFixture(listener, inbound, folder);
    }
}
