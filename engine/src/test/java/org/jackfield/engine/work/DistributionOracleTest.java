package org.jackfield.engine.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jackfield.engine.work.WorkBench.ACCOUNT;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jackfield.engine.work.NaiveOracle.Agent;
import org.jackfield.engine.work.NaiveOracle.Job;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random operations; after each one who has what must be what a naive oracle says. */
class DistributionOracleTest {

    private static final List<String> QUEUES = List.of("sales", "support", "billing");
    private static final int OPERATIONS = 1_500;

    private final WorkBench bench = WorkBench.in(WorkBench.World.inMemory());
    private final NaiveOracle oracle = new NaiveOracle();
    private final Map<String, String> workerIds = new HashMap<>();
    private final Workspace workspace = bench.workspace("center");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20_261_120, 77, 4_242})
    void pairsAsTheOracleSays(long seed) {
        Random random = new Random(seed);
        QUEUES.forEach(queue -> bench.queue(workspace, queue, "queues HAS '" + queue + "'"));
        for (int i = 0; i < 8; i++) {
            hire("agent" + i, random);
        }

        for (int step = 0; step < OPERATIONS; step++) {
            bench.pass(Duration.ofMillis(1 + random.nextInt(900)));
            oracle.passUntil(now());
            String done = operate(random);
            assertThat(actual()).as("seed %d, step %d: %s", seed, step, done).isEqualTo(expected());
            assertThat(oracle.agents).allMatch(agent -> agent.open <= agent.capacity);
        }
        assertThat(bench.offers).as("seed %d", seed).hasSizeGreaterThan(OPERATIONS / 10);
    }

    private String operate(Random random) {
        oracle.at(now());
        List<Job> offered = oracle.jobs.stream().filter(job -> job.agent.isPresent() && !job.accepted).toList();
        List<Job> talking = oracle.jobs.stream().filter(job -> job.accepted).toList();
        return switch (random.nextInt(7)) {
            case 0, 1 -> enqueue(random);
            case 2 -> offered.isEmpty() ? "-" : accept(pick(offered, random));
            case 5 -> offered.isEmpty() ? "-" : reject(pick(offered, random));
            case 3 -> talking.isEmpty() ? "-" : complete(pick(talking, random));
            case 4 -> oracle.jobs.isEmpty() ? "-" : cancel(pick(oracle.jobs, random));
            default -> toggle(pick(oracle.agents, random));
        };
    }

    private void hire(String name, Random random) {
        List<String> serves = QUEUES.stream().filter(_ -> random.nextBoolean()).toList();
        int capacity = 1 + random.nextInt(2);
        Worker worker = bench.directory.createWorker(ACCOUNT, workspace.id(),
                new WorkAdministration.NewWorker(name, Map.of("queues", serves),
                        Optional.of(bench.activity(workspace, "Available").id()), Map.of("voice", capacity)));
        workerIds.put(name, worker.id());
        oracle.agents.add(new Agent(name, serves, capacity, now()));
        bench.pass(Duration.ofMillis(5));
    }

    private String enqueue(Random random) {
        String queue = pick(QUEUES, random);
        int priority = random.nextInt(3);
        Instant start = now();
        String id = bench.enqueue(queue, "", priority, Map.of());
        Job job = new Job(id, queue, priority, start);
        oracle.jobs.add(job);
        oracle.settle(List.of(job), List.of());
        return "enqueue " + id;
    }

    private String accept(Job job) {
        bench.distributor.accept(ACCOUNT, reservation(job));
        job.accepted = true;
        return "accept " + job.id;
    }

    private String reject(Job job) {
        Agent agent = job.agent.orElseThrow();
        bench.distributor.reject(ACCOUNT, reservation(job), "busy");
        job.agent = Optional.empty();
        job.notBefore.put(agent.name, now().plus(WorkSettings.DEFAULT.declinePause()));
        agent.open--;
        agent.idleSince = now();
        oracle.settle(List.of(), List.of(agent));
        oracle.settle(List.of(job), List.of());
        return "reject " + job.id;
    }

    private String complete(Job job) {
        bench.distributor.complete(ACCOUNT, job.id, "done");
        Agent agent = leave(job);
        agent.idleSince = now();
        oracle.settle(List.of(), List.of(agent));
        return "complete " + job.id;
    }

    private String cancel(Job job) {
        if (job.accepted) {
            return "-";
        }
        bench.distributor.cancel(ACCOUNT, job.id, "gone");
        if (job.agent.isPresent()) {
            oracle.settle(List.of(), List.of(leave(job)));
        } else {
            oracle.jobs.remove(job);
        }
        return "cancel " + job.id;
    }

    private String toggle(Agent agent) {
        agent.available = !agent.available;
        agent.idleSince = now();
        String activity = bench.activity(workspace, agent.available ? "Available" : "Unavailable").id();
        bench.directory.updateWorker(ACCOUNT, workspace.id(), workerIds.getOrDefault(agent.name, ""),
                WorkAdministration.WorkerChange.activity(activity));
        oracle.settle(List.of(), List.of(agent));
        return "toggle " + agent.name;
    }

    private Agent leave(Job job) {
        Agent agent = job.agent.orElseThrow();
        agent.open--;
        oracle.jobs.remove(job);
        return agent;
    }

    private String reservation(Job job) {
        return bench.item(job.id).standing().reservationId().orElseThrow();
    }

    private Instant now() {
        return bench.world.clock.instant();
    }

    private Map<String, String> expected() {
        Map<String, String> pairs = new HashMap<>();
        oracle.jobs.forEach(job -> pairs.put(job.id,
                job.agent.map(agent -> workerIds.getOrDefault(agent.name, "?")).orElse("nobody")));
        return pairs;
    }

    private Map<String, String> actual() {
        Map<String, String> pairs = new HashMap<>();
        oracle.jobs.forEach(job -> pairs.put(job.id, worker(bench.item(job.id))));
        return pairs;
    }

    private String worker(WorkItem item) {
        return switch (item.state()) {
            case RESERVED, ASSIGNED -> bench.world.stores.reservations()
                    .find(ACCOUNT, item.standing().reservationId().orElseThrow())
                    .orElseThrow()
                    .workerId();
            case PENDING -> "nobody";
            default -> item.state().name();
        };
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
