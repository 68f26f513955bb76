package org.jackfield.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jackfield.engine.error.InvalidSettingException;
import org.jackfield.engine.node.FixedNodes;
import org.jackfield.engine.node.NodeId;
import org.jackfield.engine.node.NodeMessages;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.WorkSignals.Kind;
import org.jackfield.engine.work.WorkSignals.Signal;
import org.jackfield.engine.work.WorkerStates;
import org.jackfield.engine.work.WorkerStates.WorkerState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Three real members on loopback. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterTest {

    private static final AccountId ACCOUNT = new AccountId("AC1");
    private static final Duration LONG = Duration.ofSeconds(60);

    private final List<Cluster> members = new ArrayList<>();

    @BeforeAll
    void joinThree() {
        // Somebody who does not answer: a node that is given nobody to join lets nobody join.
        members.add(Cluster.join(new ClusterOptions(List.of("127.0.0.1:1"), "127.0.0.1", 0),
                new NodeId("first", 1)));
        members.add(joinFirst());
        members.add(joinFirst());
        await().atMost(LONG).until(() -> members.stream().allMatch(member -> member.size() == 3));
    }

    @AfterAll
    void leave() {
        members.reversed().forEach(Cluster::close);
    }

    @Test
    void showsAWorkersNewestStateOnEachMember() {
        WorkerStates there = members.get(0).workerStates();
        WorkerStates here = members.get(1).workerStates();

        there.publish(state("WK1", "Idle", 2));
        await().atMost(LONG).until(() -> here.find(ACCOUNT, "WS1", "WK1").isPresent());
        here.publish(state("WK1", "Stale", 1));
        here.publish(state("WK1", "Busy", 3));
        await().atMost(LONG).until(() -> there.find(ACCOUNT, "WS1", "WK1").orElseThrow().version() == 3);

        assertThat(there.find(ACCOUNT, "WS1", "WK1")).contains(state("WK1", "Busy", 3));
        there.remove(ACCOUNT, "WS1", "WK1");
        await().atMost(LONG).until(() -> here.find(ACCOUNT, "WS1", "WK1").isEmpty());
    }

    @Test
    void listsTheWorkersOfOneWorkspaceOfOneAccountInOrder() {
        WorkerStates states = members.get(2).workerStates();
        List.of("WK9", "WK7", "WK8").forEach(worker -> states.publish(state(worker, "Idle", 1)));
        states.publish(new WorkerState(new AccountId("AC2"), "WS1", "WK6", "x", "Idle", true, Map.of(), Instant.EPOCH,
                1));
        states.publish(new WorkerState(ACCOUNT, "WS2", "WK5", "x", "Idle", true, Map.of(), Instant.EPOCH, 1));

        WorkerStates elsewhere = members.get(0).workerStates();
        await().atMost(LONG).until(() -> elsewhere.list(ACCOUNT, "WS1").size() >= 3);

        assertThat(elsewhere.list(ACCOUNT, "WS1")).extracting(WorkerState::workerId)
                .filteredOn(id -> !id.equals("WK1"))
                .containsExactly("WK7", "WK8", "WK9");
    }

    @Test
    void deliversTextsInOrderToTheLivingIncarnationAlone() {
        FixedNodes one = new FixedNodes("one");
        FixedNodes two = new FixedNodes("two");
        List<String> got = new CopyOnWriteArrayList<>();
        NodeMessages from = members.get(0).messages(one);
        members.get(1).messages(two).receive("call", got::add);

        from.send(new NodeId("two", 7), "call", "for another life");
        from.send(two.self(), "other", "another subject");
        for (int i = 0; i < 50; i++) {
            from.send(two.self(), "call", "line\n" + i);
        }

        await().atMost(LONG).until(() -> got.size() == 50);
        assertThat(got).first().isEqualTo("line\n0");
        assertThat(got).last().isEqualTo("line\n49");
    }

    @Test
    void handsATextToItselfAtOnce() {
        FixedNodes one = new FixedNodes("self");
        List<String> got = new ArrayList<>();
        NodeMessages messages = members.get(0).messages(one);
        messages.receive("call", got::add);

        messages.send(one.self(), "call", "hello");

        assertThat(got).containsExactly("hello");
    }

    @Test
    void carriesSignalsOfWorkDistribution() {
        FixedNodes owner = new FixedNodes("owner");
        List<Signal> got = new CopyOnWriteArrayList<>();
        new NodeWorkSignals(members.get(1).messages(owner)).receive(got::add);
        Signal signal = new Signal(ACCOUNT, "WS1", Kind.WORKER, "");

        new NodeWorkSignals(members.get(0).messages(new FixedNodes("sender"))).send(new NodeWorkNode(owner).self(),
                signal);

        await().atMost(LONG).until(() -> !got.isEmpty());
        assertThat(got).containsExactly(signal);
    }

    @Test
    void namesTheNodeThatCrashed() {
        List<NodeId> left = new CopyOnWriteArrayList<>();
        members.get(0).onLeave(left::add);
        Cluster crashing = joinFirst("crashing");
        await().atMost(LONG).until(() -> members.get(0).size() == 4);

        crashing.abort();

        await().atMost(LONG).until(() -> members.get(0).size() == 3 && !left.isEmpty());
        assertThat(left).containsExactly(new NodeId("crashing", 3));
    }

    @Test
    void saysThatItsPortIsTaken() {
        int taken = members.get(0).port();

        assertThatThrownBy(() -> Cluster.join(new ClusterOptions(List.of(), "127.0.0.1", taken), new NodeId("late", 1)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(Integer.toString(taken))
                .hasCauseInstanceOf(BindException.class);
    }

    @Test
    void refusesOptionsThatMakeNoSense() {
        assertThatThrownBy(() -> new ClusterOptions(List.of("a b"), "127.0.0.1", 1))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("a b");
        assertThatThrownBy(() -> new ClusterOptions(List.of("a:1"), "127.0.0.1", 1).requireSharedDatabase(false))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("JACKFIELD_DATABASE_URL");
    }

    private Cluster joinFirst(String name) {
        return Cluster.join(new ClusterOptions(List.of("127.0.0.1:" + members.getFirst().port()), "127.0.0.1", 0),
                new NodeId(name, 3));
    }

    private Cluster joinFirst() {
        return joinFirst("other");
    }

    private static WorkerState state(String worker, String activity, long version) {
        return new WorkerState(ACCOUNT, "WS1", worker, "Ann", activity, true, Map.of("voice", 1),
                Instant.parse("2026-03-02T10:00:00.123456Z"), version);
    }
}
