package org.jackfield.engine.bpmn;

import java.util.concurrent.atomic.AtomicReference;

/** The element that a step reached last, so that a failure can name it. */
final class Progress {

    private static final ScopedValue<AtomicReference<String>> LAST = ScopedValue.newInstance();

    private Progress() {}

    static void reached(String element) {
        if (LAST.isBound()) {
            LAST.get().set(element);
        }
    }

    /** Runs the step; the holder then names the last element. */
    static <T> T track(AtomicReference<String> holder, ScopedValue.CallableOp<T, RuntimeException> step) {
        return ScopedValue.where(LAST, holder).call(step);
    }
}
