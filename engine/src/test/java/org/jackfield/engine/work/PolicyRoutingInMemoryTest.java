package org.jackfield.engine.work;

class PolicyRoutingInMemoryTest extends PolicyRoutingContract {

    @Override
    protected WorkBench.World world() {
        return WorkBench.World.inMemory();
    }
}
