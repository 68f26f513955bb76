package org.jackfield.engine.presence;

import java.time.Clock;
import org.jackfield.engine.node.Nodes;

class MemoryPresenceTest extends PresenceContract {

    @Override
    protected PresenceWorld create(Clock clock, Nodes nodes) {
        return PresenceWorld.inMemory(clock, nodes);
    }
}
