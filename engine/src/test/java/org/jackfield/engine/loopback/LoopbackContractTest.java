package org.jackfield.engine.loopback;

import java.nio.file.Path;
import org.jackfield.engine.call.InboundCalls;
import org.jackfield.engine.call.LegListener;
import org.jackfield.engine.call.contract.CallControlContract;
import org.jackfield.engine.call.contract.ContractFixture;
import org.junit.jupiter.api.io.TempDir;

/** The suite over the loopback network in real time. */
class LoopbackContractTest extends CallControlContract {

    @TempDir
    Path folder;

    @Override
    protected ContractFixture open(LegListener listener, InboundCalls inbound) {
        return new LoopbackFixture(listener, inbound, folder);
    }
}
