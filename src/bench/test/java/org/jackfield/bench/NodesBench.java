package org.jackfield.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Work items for each second of processor time of two nodes that share a workspace, beside one node alone. */
class NodesBench {

    private static final int SECONDS = Integer.getInteger("jackfield.bench.seconds", 15);
    private static final int ROUNDS = Integer.getInteger("jackfield.bench.rounds", 3);
    private static final int WARM_UP = Integer.getInteger("jackfield.bench.warm-up", 30);
    private static final Clients CLIENTS = new Clients(Integer.getInteger("jackfield.bench.clients", 16));
    private static final WorkFloor FLOOR = new WorkFloor(8, 2 * CLIENTS.number(), 2);

    @TempDir
    private Path folder = Path.of("target");

    @Test
    void printsItemsForEachSecondOfProcessorTime() throws InterruptedException {
        begin();
        try (BenchServer server = BenchServer.start(folder.resolve("postgres"));
                NodeItems one = new NodeItems(folder.resolve("one"), server.migrated("one"), 1, FLOOR, CLIENTS);
                NodeItems two = new NodeItems(folder.resolve("two"), server.migrated("two"), 2, FLOOR, CLIENTS)) {
            Turns turns = new Turns(server, List.of(one, two));
            turns.warmUp(Duration.ofSeconds(WARM_UP));
            for (int round = 0; round < ROUNDS; round++) {
                turns.round(Duration.ofSeconds(SECONDS));
            }
            turns.print();
            print(turns.itemsPerCpuSecond());
            assertThat(turns.allWorked()).as("whether everybody did something").isTrue();
        }
    }

    private static void print(List<Double> items) {
        Report.line(String.format(Locale.ROOT,
                "  items for each second of processor time, PostgreSQL's with it: one node %.1f, two nodes %.1f, ratio %.3f",
                items.getFirst(), items.getLast(), items.getLast() / items.getFirst()));
    }

    private static void begin() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("nodes", "processes of their own with the engine's stores, events, cluster and work distribution:"
                + " -Xmx192m, serial collector, first compiler only");
        settings.put("database", BenchServer.SETTINGS + "; a database each on one server");
        settings.put("each", "%d clients, each one item at a time, each command of an item to the next node; no model"
                .formatted(CLIENTS.number()));
        settings.put("turns", "%d of %d s each, after one of %d s that does not count".formatted(ROUNDS, SECONDS,
                WARM_UP));
        settings.put("work", "one workspace, %d queues, %d workers of two queues each, one item at a time".formatted(
                FLOOR.queues(), FLOOR.workers()));
        Report.begin("Two nodes beside one", settings);
    }
}
