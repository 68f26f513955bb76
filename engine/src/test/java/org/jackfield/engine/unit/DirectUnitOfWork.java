package org.jackfield.engine.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A unit of work over stores in memory: nothing can be rolled back, effects run after the outermost work. One unit runs at
 * a time, as if every transaction were serial.
 */
public final class DirectUnitOfWork implements UnitOfWork {

    private final ThreadLocal<List<Runnable>> effects = new ThreadLocal<>();
    private final Object serial = new Object();

    @Override
    public <T> T run(Supplier<T> work) {
        if (effects.get() != null) {
            return work.get();
        }
        List<Runnable> mine = new ArrayList<>();
        T result;
        synchronized (serial) {
            effects.set(mine);
            try {
                result = work.get();
            } finally {
                effects.remove();
            }
        }
        mine.forEach(Runnable::run);
        return result;
    }

    @Override
    public void afterCommit(Runnable effect) {
        List<Runnable> mine = effects.get();
        if (mine == null) {
            effect.run();
        } else {
            mine.add(effect);
        }
    }
}
