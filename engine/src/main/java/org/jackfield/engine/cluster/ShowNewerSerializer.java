package org.jackfield.engine.cluster;

import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.Objects;
import org.jackfield.engine.work.WorkerStates.WorkerState;

/** The replacement on its way to the node where the entry lies. */
final class ShowNewerSerializer implements CompactSerializer<ShowNewer> {

    @Override
    public ShowNewer read(CompactReader in) {
        return new ShowNewer(Objects.requireNonNull(in.<WorkerState>readCompact("state")));
    }

    @Override
    public void write(CompactWriter out, ShowNewer change) {
        out.writeCompact("state", change.state());
    }

    @Override
    public String getTypeName() {
        return "show-newer-worker-state";
    }

    @Override
    public Class<ShowNewer> getCompactClass() {
        return ShowNewer.class;
    }
}
