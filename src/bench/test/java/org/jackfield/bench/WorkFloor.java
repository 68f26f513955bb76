package org.jackfield.bench;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jackfield.engine.store.work.JdbcWorkStores;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.Activity;
import org.jackfield.engine.work.Medium;
import org.jackfield.engine.work.Queue;
import org.jackfield.engine.work.WorkStores;
import org.jackfield.engine.work.Worker;
import org.jackfield.engine.work.Workspace;
import org.jackfield.engine.work.match.QueueRule;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A workspace with queues and available workers, each of whom serves some of the queues and has one item at a time. Queue
 * {@code i} asks for skill {@code i}; worker {@code i} has the skills {@code i}, {@code i + 1}, ... round the queues.
 */
record WorkFloor(int queues, int workers, int queuesAWorker) {

    static final AccountId ACCOUNT = new AccountId("AC00000000000000000000000000000001");
    static final String WORKSPACE = "WS00000000000000000000000000000001";
    private static final String ACTIVITY = "WA00000000000000000000000000000001";
    private static final Instant THEN = Instant.parse("2026-03-02T10:00:00Z");

    String queue(int number) {
        return "WQ%032d".formatted(number % queues);
    }

    String worker(int number) {
        return "WK%032d".formatted(number % workers);
    }

    /** Writes its rows. */
    void open(JdbcClient jdbc) {
        WorkStores stores = JdbcWorkStores.over(jdbc);
        stores.workspaces()
                .insert(new Workspace(ACCOUNT, WORKSPACE, "bench", ACTIVITY, Optional.empty(), Workspace.Manner.USUAL,
                        THEN));
        stores.media()
                .insert(new Medium(ACCOUNT, WORKSPACE, "TC00000000000000000000000000000001", "Default", Medium.USUAL,
                        false, THEN, THEN));
        stores.workspaces().insert(new Activity(ACCOUNT, WORKSPACE, ACTIVITY, "Available", true));
        for (int i = 0; i < queues; i++) {
            stores.queues()
                    .insert(new Queue(ACCOUNT, WORKSPACE, queue(i), "queue" + i, "skills HAS 's%d'".formatted(i),
                            QueueRule.Order.FIFO, 1, Optional.empty(), Optional.empty()));
        }
        for (int i = 0; i < workers; i++) {
            stores.workers()
                    .insert(new Worker(ACCOUNT, WORKSPACE, worker(i), "agent" + i, ACTIVITY,
                            Map.of("skills", skillsOf(i).stream().map(skill -> "s" + skill).toList()),
                            Map.of(Medium.USUAL, 1), Set.of(), THEN, THEN,
                            Optional.empty(), 1));
        }
    }

    /** The numbers of the skills that a worker has. */
    List<String> skillsOf(int worker) {
        return IntStream.range(worker, worker + queuesAWorker)
                .mapToObj(skill -> Integer.toString(skill % queues))
                .toList();
    }
}
