package org.jackfield.engine.cluster;

import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.WorkerStates.WorkerState;

/** A worker's state between nodes. A field more or less on another node is no obstacle. */
final class WorkerStateSerializer implements CompactSerializer<WorkerState> {

    static final String ACCOUNT = "account";
    static final String WORKSPACE = "workspace";

    @Override
    public WorkerState read(CompactReader in) {
        return new WorkerState(new AccountId(text(in, ACCOUNT)), text(in, WORKSPACE), text(in, "worker"),
                text(in, "name"), text(in, "activity"), in.readBoolean("available"), open(in),
                Instant.parse(text(in, "changed")),
                in.readInt64("version"));
    }

    @Override
    public void write(CompactWriter out, WorkerState state) {
        out.writeString(ACCOUNT, state.account().value());
        out.writeString(WORKSPACE, state.workspaceId());
        out.writeString("worker", state.workerId());
        out.writeString("name", state.name());
        out.writeString("activity", state.activity());
        out.writeBoolean("available", state.available());
        List<Map.Entry<String, Integer>> open = List.copyOf(state.open().entrySet());
        out.writeArrayOfString("media", open.stream().map(Map.Entry::getKey).toArray(String[]::new));
        out.writeArrayOfInt32("counts", open.stream().mapToInt(Map.Entry::getValue).toArray());
        out.writeString("changed", state.changed().toString());
        out.writeInt64("version", state.version());
    }

    @Override
    public String getTypeName() {
        return "worker-state";
    }

    @Override
    public Class<WorkerState> getCompactClass() {
        return WorkerState.class;
    }

    private static Map<String, Integer> open(CompactReader in) {
        String[] media = Objects.requireNonNull(in.readArrayOfString("media"));
        int[] counts = Objects.requireNonNull(in.readArrayOfInt32("counts"));
        Map<String, Integer> open = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(media.length, counts.length); i++) {
            open.put(media[i], counts[i]);
        }
        return open;
    }

    private static String text(CompactReader in, String field) {
        return Objects.requireNonNull(in.readString(field));
    }
}
