package org.jackfield.engine.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A unit of work over stores in memory: nothing can be rolled back, effects run after the outermost work. One unit runs at
 * a time, as if every transaction were serial.
 */
public final class DirectUnitOfWork implements UnitOfWork {

    private final ReentrantLock serial = new ReentrantLock();
    private List<Runnable> effects = new ArrayList<>();

    @Override
    public <T> T run(Supplier<T> work) {
        if (serial.isHeldByCurrentThread()) {
            return work.get();
        }
        T result;
        List<Runnable> mine;
        serial.lock();
        try {
            effects = new ArrayList<>();
            result = work.get();
            mine = effects;
        } finally {
            serial.unlock();
        }
        mine.forEach(Runnable::run);
        return result;
    }

    @Override
    public void afterCommit(Runnable effect) {
        if (serial.isHeldByCurrentThread()) {
            effects.add(effect);
        } else {
            effect.run();
        }
    }
}
