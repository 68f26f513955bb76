package org.jackfield.engine.store.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.store.PostgresExtension;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.Queue;
import org.jackfield.engine.work.RecentChanges.Change;
import org.jackfield.engine.work.WorkSignals.Kind;
import org.jackfield.engine.work.WorkSignals.Signal;
import org.jackfield.engine.work.WorkStores;
import org.jackfield.engine.work.Worker;
import org.jackfield.engine.work.Workspace;
import org.jackfield.engine.work.match.QueueRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(PostgresExtension.class)
class JdbcRecentChangesTest {

    private static final AccountId ACCOUNT = new AccountId("AC1");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant THEN = Instant.parse("2026-03-02T10:00:00Z");

    private final JdbcClient jdbc;
    private final WorkStores stores;
    private final JdbcRecentChanges changes;
    private final Worker ann = new Worker(ACCOUNT, "WS1", "WK1", "ann", "WA1", Map.of(), Map.of(), Set.of(), THEN, THEN,
            Optional.empty(), 3);
    private final Queue sales = new Queue(ACCOUNT, "WS1", "WQ1", "sales", "", QueueRule.Order.FIFO, 1,
            Optional.empty(), Optional.empty());

    JdbcRecentChangesTest(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.stores = JdbcWorkStores.over(jdbc);
        this.changes = new JdbcRecentChanges(jdbc);
    }

    @BeforeEach
    void openTheCenter() {
        jdbc.sql("TRUNCATE workspace CASCADE").update();
        stores.workspaces()
                .insert(new Workspace(ACCOUNT, "WS1", "center", "WA1", Optional.empty(), Workspace.Manner.USUAL, THEN));
        stores.workers().insert(ann);
        stores.queues().insert(sales);
    }

    @Test
    void namesWhatIsNew() {
        assertThat(changes.within(HOUR)).extracting(Change::signal)
                .containsExactlyInAnyOrder(signal(Kind.WORKER, "WK1"),
                        signal(Kind.QUEUE, "WQ1"));
        assertThat(changes.within(HOUR)).contains(new Change(signal(Kind.WORKER, "WK1"), 3));
    }

    @Test
    void leavesOutWhatWasWrittenBefore() {
        age();

        assertThat(changes.within(HOUR)).isEmpty();
        assertThat(changes.within(HOUR.multipliedBy(3))).hasSize(2);
    }

    @Test
    void namesWhatIsWrittenAgain() {
        age();

        stores.workers()
                .update(new Worker(ACCOUNT, "WS1", "WK1", "ann", "WA2", Map.of(), Map.of(), Set.of(), THEN, THEN,
                        Optional.empty(), 4));
        stores.queues().update(sales);

        assertThat(changes.within(HOUR)).extracting(Change::signal)
                .containsExactlyInAnyOrder(signal(Kind.WORKER, "WK1"),
                        signal(Kind.QUEUE, "WQ1"));
    }

    private void age() {
        jdbc.sql("UPDATE worker SET touched = touched - interval '2 hours'").update();
        jdbc.sql("UPDATE work_queue SET touched = touched - interval '2 hours'").update();
    }

    private static Signal signal(Kind kind, String id) {
        return new Signal(ACCOUNT, "WS1", kind, id);
    }
}
