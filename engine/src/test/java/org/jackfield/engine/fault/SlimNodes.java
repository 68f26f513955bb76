package org.jackfield.engine.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jackfield.engine.store.DatabaseAccess;

/** Lets a benchmark start {@link SlimNode}s, which are of use inside their package alone. Thread-safe. */
public final class SlimNodes implements AutoCloseable {

    private final List<NodeProcess> nodes = new ArrayList<>();

    /**
     * Starts so many on that database, as members of one cluster, and waits until they work.
     *
     * @param onOffer hears of each offer: item and reservation
     */
    public SlimNodes(Path folder, DatabaseAccess database, int count, BiConsumer<String, String> onOffer) {
        makeFolder(folder);
        List<Integer> ports = NodeProcess.freePorts(count);
        List<String> members = count == 1 ? List.of() : ports.stream().map(port -> "127.0.0.1:" + port).toList();
        for (int port : ports) {
            NodeProcess.Start start = NodeProcess.Start.of("n" + (nodes.size() + 1), folder, database, members, port);
            nodes.add(new NodeProcess(withoutProduct(start), (_, words) -> {
                if (words[0].equals("offer")) {
                    onOffer.accept(words[3], words[1]);
                }
            }));
        }
        nodes.forEach(NodeProcess::awaitReady);
    }

    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The settings of the product, which lies on the same class path, are none of theirs. */
    private static NodeProcess.Start withoutProduct(NodeProcess.Start start) {
        Map<String, String> settings = new HashMap<>(start.settings());
        settings.put("spring.config.name", "none");
        return new NodeProcess.Start(start.name(), start.folder(), start.before(), settings);
    }

    public int count() {
        return nodes.size();
    }

    /** What that node answers, its first word {@code done} if it did what it was asked. */
    public Optional<String[]> ask(int node, String command, String id) {
        return nodes.get(node).ask(command, id);
    }

    public List<Long> pids() {
        return nodes.stream().map(NodeProcess::pid).toList();
    }

    @Override
    public void close() {
        nodes.forEach(NodeProcess::close);
    }
}
