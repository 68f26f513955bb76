package org.jackfield.engine.call.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jackfield.engine.call.run.ScriptedFlows.line;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jackfield.engine.cluster.Cluster;
import org.jackfield.engine.cluster.ClusterOptions;
import org.jackfield.engine.loopback.LoopbackCall;
import org.jackfield.engine.loopback.LoopbackCall.Display;
import org.jackfield.engine.loopback.LoopbackPhone;
import org.jackfield.engine.node.FixedNodes;
import org.jackfield.engine.tenant.FlowAddress;
import org.jackfield.engine.work.OfferDesk.Offer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes in one cluster on the same rows: what one is told about a call that the other holds happens there. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallsOnTwoNodesTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String AGENT = "sip:agent@example.org";

    private Cluster one = join("127.0.0.1:1");
    private Cluster two = join("127.0.0.1:" + one.port());
    private Switchboard here;
    private Switchboard there;
    private LoopbackPhone agent;
    private LoopbackCall caller;

    private static Cluster join(String first) {
        return Cluster.join(new ClusterOptions(List.of(first), "127.0.0.1", 0));
    }

    @BeforeAll
    void waitForEachOther() {
        until("the nodes see each other", () -> one.size() == 2 && two.size() == 2);
    }

    @AfterAll
    void leave() {
        two.close();
        one.close();
    }

    @BeforeEach
    void callIn(@TempDir Path folder) {
        FixedNodes first = new FixedNodes("one");
        FixedNodes second = new FixedNodes("two");
        here = new Switchboard(folder, Optional.empty(), new Switchboard.Where(first.self(), one.messages(first)));
        there = new Switchboard(folder, Optional.of(here.stores),
                new Switchboard.Where(second.self(), two.messages(second)));
        here.engine.start();
        there.engine.start();
        here.assign(line("enqueue", Map.of("queue", "sales")));
        agent = here.phone(AGENT);
        caller = here.phone("+15550199").call(Switchboard.NUMBER);
    }

    @AfterEach
    void leavesNothingBehind() {
        caller.hangUp();
        until("no call is left", () -> List.of(here.engine.census(), there.engine.census())
                .equals(List.of(new CallCensus(0, 0, 0), new CallCensus(0, 0, 0))));
        assertThat(agent.isBusy()).isFalse();
        here.engine.close();
        there.engine.close();
    }

    @Test
    void ringsAndStopsThePhoneWhenAnotherNodeOffersAndTakesBack() {
        there.engine.offerDesk().offer(offer("WR1"));
        LoopbackCall ring = nextRing();

        there.engine.offerDesk().rescind(offer("WR1"));

        until("the phone stops", () -> ring.display() == Display.ENDED);
        assertThat(here.work.told()).containsExactly("enqueue sales");
    }

    @Test
    void keepsTheOrderInWhichAnotherNodeOffersAndTakesBack() {
        for (int i = 0; i < 20; i++) {
            there.engine.offerDesk().offer(offer("WR" + i));
            there.engine.offerDesk().rescind(offer("WR" + i));
        }
        there.engine.offerDesk().offer(offer("WR-last"));

        until("the last offer rings", () -> agent.nextRing()
                .filter(ring -> ring.display() == Display.RINGING)
                .map(ring -> {
                    ring.answer();
                    return ring.display() == Display.TALKING;
                })
                .orElse(false));
        assertThat(here.work.told()).containsExactly("enqueue sales", "accept WR-last");
    }

    @Test
    void goesOnWhenAnotherNodeSaysThatTheItemWaitedTooLong() {
        there.engine.offerDesk().expired(Switchboard.ACCOUNT, caller.leg(), "WT1");

        until("the instruction ends", () -> here.flows.outcomes().equals(List.of("enqueue TimedOut")));
    }

    @Test
    void hangsUpWhenAnotherNodeIsAskedTo() {
        there.engine.outbound().hangUp(Switchboard.ACCOUNT, caller.leg());

        until("the caller is hung up", () -> caller.display() == Display.ENDED);
        until("the flow heard of it", () -> here.flows.outcomes().equals(List.of("enqueue HungUp")));
    }

    @Test
    void runsTheOtherFlowWhenAnotherNodeIsAskedToRedirect() {
        FlowAddress second = here.flows.flow("second", line("gather", Map.of("numDigits", 1)));

        there.engine.outbound().redirect(Switchboard.ACCOUNT, caller.leg(), second);

        until("the item is cancelled", () -> here.work.told().equals(List.of("enqueue sales", "cancel WT1")));
        until("the other flow waits for a digit", () -> {
            caller.press("7");
            return here.flows.outcomes().equals(List.of("gather Done"));
        });
    }

    private Offer offer(String reservation) {
        return ScriptedWork.offer(Switchboard.ACCOUNT, caller.leg(), reservation, AGENT);
    }

    private LoopbackCall nextRing() {
        AtomicReference<Optional<LoopbackCall>> found = new AtomicReference<>(Optional.empty());
        until("the phone rings", () -> {
            found.set(agent.nextRing());
            return found.get().isPresent();
        });
        return found.get().orElseThrow();
    }

    private static void until(String what, Callable<Boolean> condition) {
        await(what).atMost(LONG).pollInterval(Duration.ofMillis(20)).until(condition);
    }
}
