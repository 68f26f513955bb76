package org.jackfield.engine.work;

class RingingInMemoryTest extends RingingContract {

    @Override
    protected WorkBench.World world() {
        return WorkBench.World.inMemory();
    }
}
