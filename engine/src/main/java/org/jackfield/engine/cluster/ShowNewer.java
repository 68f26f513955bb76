package org.jackfield.engine.cluster;

import com.hazelcast.map.EntryProcessor;
import java.util.Map;
import org.jackfield.engine.work.WorkerStates.WorkerState;
import org.jspecify.annotations.Nullable;

/** Replaces a worker's state where it lies, unless what is there is newer. */
record ShowNewer(WorkerState state) implements EntryProcessor<String, WorkerState, Boolean> {

    private static final long serialVersionUID = 1L;

    @Override
    public Boolean process(Map.Entry<String, WorkerState> entry) {
        @Nullable
        WorkerState shown = entry.getValue();
        boolean newer = shown == null || shown.version() <= state.version();
        if (newer) {
            entry.setValue(state);
        }
        return newer;
    }
}
