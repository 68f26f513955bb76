package org.jackfield.engine.store.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jackfield.engine.node.NodeId;
import org.jackfield.engine.store.DatabaseAccess;
import org.jackfield.engine.store.PostgresExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@ExtendWith(PostgresExtension.class)
class JdbcNodesTest {

    private static final NodeOptions QUICK = new NodeOptions(Duration.ofMillis(1_500));
    private static final Clock CLOCK = Clock.systemUTC();

    private final DataSource database;
    private final JdbcClient jdbc;
    private final DatabaseAccess access;
    private final List<NodeId> over = new CopyOnWriteArrayList<>();

    JdbcNodesTest(DataSource database, JdbcClient jdbc, DatabaseAccess access) {
        this.database = database;
        this.jdbc = jdbc;
        this.access = access;
    }

    @BeforeEach
    void empty() {
        jdbc.sql("TRUNCATE node").update();
    }

    @Test
    void isANewIncarnationAtEachStart() {
        try (JdbcNodes first = node("one"); JdbcNodes second = node("one")) {
            assertThat(first.self()).isEqualTo(new NodeId("one", 1));
            assertThat(second.self()).isEqualTo(new NodeId("one", 2));
            assertThat(second.isAlive(first.self())).isFalse();
            assertThat(second.isAlive(second.self())).isTrue();
            assertThat(second.isAlive(new NodeId("nobody", 1))).isFalse();
        }
    }

    @Test
    void declaresASilentNodeLostAndTellsOnce() {
        try (JdbcNodes silent = node("silent"); JdbcNodes watcher = started("watcher")) {
            await().atMost(Duration.ofSeconds(20)).until(() -> !over.isEmpty());

            assertThat(watcher.isAlive(silent.self())).isFalse();
            assertThat(over).containsExactly(silent.self());
        }
    }

    @Test
    void tellsOfANodeThatStoppedAndOfOneThatWasFollowed() {
        try (JdbcNodes watcher = started("watcher")) {
            NodeId first = stopAtOnce("other");
            await().until(() -> over.contains(first));
            NodeId second = stopAtOnce("other");
            await().until(() -> over.contains(second));

            assertThat(watcher.isAlive(watcher.self())).isTrue();
            assertThat(over).containsExactly(first, second);
        }
    }

    @Test
    void goesOnAsANewIncarnationWhenItWasDeclaredLost() {
        try (JdbcNodes paused = started("paused")) {
            NodeId before = paused.self();
            jdbc.sql("UPDATE node SET alive = false").update();

            await().until(() -> over.contains(before));

            assertThat(paused.self()).isEqualTo(new NodeId("paused", 2));
            assertThat(paused.isAlive(paused.self())).isTrue();
        }
    }

    @Test
    void tellsWhatItsOwnEarlierStartLeft() {
        NodeId before = stopAtOnce("again");

        try (JdbcNodes _ = started("again")) {
            await().until(() -> !over.isEmpty());

            assertThat(over).containsExactly(before);
        }
    }

    @Test
    void tellsWhoComesLateOfWhatIsOver() {
        List<NodeId> late = new CopyOnWriteArrayList<>();
        NodeId other = stopAtOnce("other");

        try (JdbcNodes watcher = started("watcher")) {
            await().until(() -> !over.isEmpty());
            watcher.onOver(late::add);

            await().until(() -> !late.isEmpty());
            assertThat(late).containsExactly(other);
        }
    }

    @Test
    void declaresASuspectLostLongBeforeItsLeaseEndsOnceItsSessionEnded() throws SQLException {
        try (JdbcNodes watcher = patient("watcher")) {
            NodeId gone;
            try (Connection session = DriverManager.getConnection(access.url(), access.user(), access.password())) {
                gone = gone("gone", session);
                watcher.suspect(gone);
            }

            await().until(() -> over.contains(gone));
            assertThat(watcher.isAlive(gone)).isFalse();
        }
    }

    @Test
    void leavesASuspectAliveWhoseSessionLives() {
        try (JdbcNodes cutOff = patient("cut-off"); JdbcNodes watcher = patient("watcher")) {
            NodeId gone = new NodeId("gone", table().register("gone").incarnation());
            await().until(() -> table().isWitnessed(cutOff.self()));

            watcher.suspect(cutOff.self());
            watcher.suspect(gone);

            await().until(() -> over.contains(gone));
            assertThat(watcher.isAlive(cutOff.self())).isTrue();
            assertThat(over).containsExactly(gone);
        }
    }

    @Test
    void holdsTheWitnessOfTheIncarnationThatItIs() {
        try (JdbcNodes node = patient("again")) {
            NodeId before = node.self();
            await().until(() -> table().isWitnessed(before));

            jdbc.sql("UPDATE node SET alive = false").update();
            node.suspect(new NodeId("nobody", 1));

            await().until(() -> table().isWitnessed(node.self()) && !node.self().equals(before));
            assertThat(table().isWitnessed(before)).isFalse();
        }
    }

    private NodeTable table() {
        return new NodeTable(database);
    }

    /** A node whose session is in the test's hand. */
    private NodeId gone(String name, Connection session) {
        NodeTable own = new NodeTable(new SingleConnectionDataSource(session, true));
        NodeId node = own.register(name);
        own.witness(node);
        return node;
    }

    /** One whose lease is longer than any test. */
    private JdbcNodes patient(String name) {
        JdbcNodes node = new JdbcNodes(database, database, name, new NodeOptions(Duration.ofMinutes(10)), CLOCK);
        node.onOver(over::add);
        node.start();
        return node;
    }

    @Test
    void readsItsOwnText() {
        assertThat(NodeId.parse(new NodeId("a.b-c", 7).toString())).isEqualTo(new NodeId("a.b-c", 7));
    }

    private NodeId stopAtOnce(String name) {
        try (JdbcNodes node = node(name)) {
            return node.self();
        }
    }

    private JdbcNodes node(String name) {
        return new JdbcNodes(database, database, name, QUICK, CLOCK);
    }

    private JdbcNodes started(String name) {
        JdbcNodes node = node(name);
        node.onOver(over::add);
        node.start();
        return node;
    }
}
