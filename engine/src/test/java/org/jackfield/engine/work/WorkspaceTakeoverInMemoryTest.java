package org.jackfield.engine.work;

class WorkspaceTakeoverInMemoryTest extends WorkspaceTakeoverContract {

    @Override
    protected WorkBench.World world() {
        return WorkBench.World.inMemory();
    }
}
