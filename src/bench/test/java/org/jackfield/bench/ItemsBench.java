package org.jackfield.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jackfield.engine.store.DatabaseAccess;
import org.jackfield.processes.ProductFlows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Durable work items (made, reserved, accepted, completed, each with its events) through the Java API and over HTTP, with the
 * default model and without, beside the same rows in four bare commits and two schedulers that run jobs of no work. All on one
 * PostgreSQL server, taking turns.
 */
class ItemsBench {

    private static final int SECONDS = Integer.getInteger("jackfield.bench.seconds", 10);
    private static final int ROUNDS = Integer.getInteger("jackfield.bench.rounds", 3);
    private static final Clients CLIENTS = new Clients(Integer.getInteger("jackfield.bench.clients", 16));
    private static final WorkFloor FLOOR = new WorkFloor(8, 2 * CLIENTS.number(), 2);
    private static final String ONLY = System.getProperty("jackfield.bench.only", "");
    /** Starts and ends at once: nothing of the workflow engine is written. */
    private static final String EMPTY_MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="empty"
                targetNamespace="https://jackfield.org/flows">
              <bpmn:process id="work-item" name="Follow nothing" isExecutable="true">
                <bpmn:startEvent id="item-queued" name="Item queued"><bpmn:outgoing>flow</bpmn:outgoing></bpmn:startEvent>
                <bpmn:sequenceFlow id="flow" sourceRef="item-queued" targetRef="nothing-followed" />
                <bpmn:endEvent id="nothing-followed" name="Nothing followed"><bpmn:incoming>flow</bpmn:incoming></bpmn:endEvent>
              </bpmn:process>
            </bpmn:definitions>
            """;

    @TempDir
    private Path folder = Path.of("target");

    private final List<AutoCloseable> open = new ArrayList<>();

    @Test
    void printsItemsBesideBareCommits() throws Exception {
        BenchServer server = keep(BenchServer.start(folder.resolve("postgres")));
        try {
            BareItems bare = keep(new BareItems(server.migrated("bare"), FLOOR, CLIENTS));
            List<Contender> contenders = new ArrayList<>(
                    List.of(bare, keep(BareItems.placing(server.migrated("with_places"), FLOOR, CLIENTS))));
            begin(bare.connections());
            if (isAsked("scheduler")) {
                contenders.addAll(schedulers(server));
            }
            if (isAsked("api")) {
                contenders.addAll(overTheEngine(server.database("api")));
            }
            if (isAsked("http")) {
                contenders.addAll(overHttp(server.database("http")));
            }
            run(new Turns(server, contenders));
        } finally {
            for (AutoCloseable one : open.reversed()) {
                one.close();
            }
        }
    }

    private static boolean isAsked(String group) {
        return ONLY.isEmpty() || ONLY.contains(group);
    }

    private static void run(Turns turns) throws InterruptedException {
        turns.warmUp(Duration.ofSeconds(SECONDS));
        for (int round = 0; round < ROUNDS; round++) {
            turns.round(Duration.ofSeconds(SECONDS));
        }
        turns.print();
        assertThat(turns.allWorked()).as("whether everybody did something").isTrue();
    }

    private List<Contender> schedulers(BenchServer server) {
        DatabaseAccess one = server.database("scheduler");
        DatabaseAccess other = server.database("jobrunr");
        return List.of(
                keep(new SchedulerJobs("db-scheduler, no work", CLIENTS, job -> DbSchedulerJobs.start(one, job))),
                keep(new SchedulerJobs("JobRunr, no work", CLIENTS, job -> JobRunrJobs.start(other, job))));
    }

    private List<Contender> overTheEngine(DatabaseAccess database) {
        EngineNode node = keep(EngineNode.start(database, folder.resolve("api")));
        FLOOR.open(node.jdbc());
        return List.of(new EngineItems(node, EngineNode.Model.NONE, FLOOR, CLIENTS),
                new EngineItems(node, EngineNode.Model.DEFAULT, FLOOR, CLIENTS));
    }

    private List<Contender> overHttp(DatabaseAccess database) {
        Measured measured = keep(Measured.start(folder.resolve("http"),
                Map.of("JACKFIELD_DATABASE_URL", database.url(), "JACKFIELD_DATABASE_USER", database.user(),
                        "JACKFIELD_DATABASE_PASSWORD", database.password())));
        HttpFloor floor = HttpFloor.open(measured.product(), FLOOR);
        return List.of(keep(new HttpItems("HTTP, empty model", floor, EMPTY_MODEL, CLIENTS)),
                keep(new HttpItems("HTTP, default model", floor, defaultModel(), CLIENTS)));
    }

    private static String defaultModel() {
        return Objects.requireNonNull(new ProductFlows().files().get("work-item.bpmn"));
    }

    private <T extends AutoCloseable> T keep(T one) {
        open.add(one);
        return one;
    }

    private static void begin(int connections) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("database", BenchServer.SETTINGS + "; a database each on one server");
        settings.put("each", "%d clients, each one item at a time, pool of %d connections".formatted(CLIENTS.number(),
                connections));
        settings.put("turns", "%d of %d s each, after one that does not count".formatted(ROUNDS, SECONDS));
        settings.put("work", "%d queues, %d workers of two queues each, one item at a time".formatted(FLOOR.queues(),
                FLOOR.workers()));
        settings.put("Java API, bare commits, schedulers", "in one JVM with the clients; -Xmx1g, compact headers");
        settings.put("schedulers",
                "%d jobs of no work scheduled ahead; db-scheduler: lock and fetch, a look each 100 ms and"
                        .formatted(SchedulerJobs.BACKLOG)
                        + " at once; JobRunr: a look each 5 s, its shortest, and when a worker is idle");
        settings.put("HTTP", "the product in a process of its own, three requests an item, reservations heard of on one"
                + " stream of events");
        Report.begin("Durable work items: made, reserved, accepted, completed", settings);
    }
}
