package org.jackfield.engine.work;

class MediaInMemoryTest extends MediaContract {

    @Override
    protected WorkBench.World world() {
        return WorkBench.World.inMemory();
    }
}
