package org.jackfield.engine.loopback;

import java.nio.file.Path;
import org.jackfield.engine.call.InboundCalls;
import org.jackfield.engine.call.contract.ContractFixture;
import org.jackfield.engine.call.run.SeveralPhonesContract;
import org.junit.jupiter.api.io.TempDir;

/** The suite over the loopback network in real time. */
class LoopbackSeveralPhonesTest extends SeveralPhonesContract {

    @TempDir
    Path folder;

    @Override
    protected ContractFixture open(InboundCalls inbound) {
        return new LoopbackFixture((_, _) -> {}, inbound, folder);
    }
}
