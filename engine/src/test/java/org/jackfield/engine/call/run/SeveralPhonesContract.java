package org.jackfield.engine.call.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jackfield.engine.call.run.QueueBench.until;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jackfield.engine.call.Call;
import org.jackfield.engine.call.EndCause;
import org.jackfield.engine.call.InboundCalls;
import org.jackfield.engine.call.contract.ContractFixture;
import org.jackfield.engine.call.contract.ContractPhone;
import org.jackfield.engine.call.contract.ContractPhone.Line;
import org.jackfield.engine.node.NodeId;
import org.jackfield.engine.work.WorkDistribution;
import org.jackfield.engine.work.WorkItemState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One caller waits, three phones ring: calls and work distribution together, over any implementation of the port. */
public abstract class SeveralPhonesContract {

    private static final int ROUNDS = 5;

    private QueueBench bench;
    private List<ContractPhone> phones;

    /** Opens the implementation, whose calls go to the given receiver; who listens to its legs is set afterwards. */
    protected abstract ContractFixture open(InboundCalls inbound);

    @BeforeEach
    void openTheCenter() {
        bench = new QueueBench(this::open, 3);
        phones = Stream.of("ann", "bob", "cyd").map(bench::agent).toList();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void connectsTheFirstWhoAnswersAndStopsTheOtherPhones() {
        Line caller = bench.caller();
        List<Line> rings = rings();

        rings.get(1).answer();

        until("bob talks, the other phones stop", () -> rings.get(1).isTalking() && rings.get(0).isOver()
                && rings.get(2).isOver());
        rings.get(1).say(1_100);
        caller.say(700);
        until("they hear each other", () -> caller.hears(1_100) && rings.get(1).hears(700));
        assertThat(caller.hears(QueueBench.MUSIC)).isFalse();
        assertThat(bench.reservations()).containsExactly("ann rescinded", "bob accepted", "cyd rescinded");
        rings.get(1).hangUp();
        bench.untilNothingIsLeft();
        until("the caller is hung up", caller::isOver);
        assertThat(agentsLegs()).filteredOn(leg -> leg.endCause().equals(Optional.of(EndCause.LOCAL)))
                .hasSize(2)
                .noneMatch(Call::isAnswered);
    }

    @Test
    void connectsOneOfTwoWhoAnswerAtOnceAndHangsTheOtherUp() {
        for (int round = 0; round < ROUNDS; round++) {
            Line caller = bench.caller();
            List<Line> rings = rings();

            atOnce(rings.get(0)::answer, rings.get(2)::answer);

            until("one talks, the others are over", () -> rings.stream().filter(Line::isTalking).count() == 1
                    && rings.stream().filter(Line::isOver).count() == 2);
            Line talks = rings.stream().filter(Line::isTalking).findFirst().orElseThrow();
            talks.say(1_100);
            until("the caller hears who talks", () -> caller.hears(1_100));
            assertThat(bench.reservations()).filteredOn(words -> words.endsWith(" accepted")).hasSize(1);
            assertThat(bench.reservations()).filteredOn(words -> words.endsWith(" rescinded")).hasSize(2);
            assertThat(rings.get(1).isOver()).isTrue();
            caller.hangUp();
            bench.untilNothingIsLeft();
            until("the item is over", () -> bench.item().state() == WorkItemState.COMPLETED);
        }
    }

    @Test
    void ringsTheOthersOnWhenOneDeclines() {
        Line caller = bench.caller();
        List<Line> rings = rings();

        rings.get(0).decline();
        until("ann's offer is over", () -> bench.reservations().contains("ann rejected"));

        assertThat(rings.get(1).isRinging() && rings.get(2).isRinging()).isTrue();
        rings.get(2).answer();
        until("cyd talks", rings.get(2)::isTalking);
        until("bob's phone stops", rings.get(1)::isOver);
        caller.hangUp();
        bench.untilNothingIsLeft();
    }

    @Test
    void waitsOnWhenAllDeclineAndRingsAgain() {
        Line caller = bench.caller();

        rings().forEach(Line::decline);

        until("nobody is asked", () -> bench.reservations().size() >= 3
                && bench.reservations().subList(0, 3).stream().allMatch(words -> words.endsWith(" rejected")));
        List<Line> again = rings();
        assertThat(caller.hears(QueueBench.MUSIC)).isTrue();
        again.get(0).answer();
        until("ann talks", again.get(0)::isTalking);
        caller.hangUp();
        bench.untilNothingIsLeft();
    }

    @Test
    void stopsAllPhonesWhenTheCallerHangsUp() {
        Line caller = bench.caller();
        List<Line> rings = rings();

        caller.hangUp();

        until("all phones stop", () -> rings.stream().allMatch(Line::isOver));
        until("nobody is asked any more", () -> bench.reservations()
                .equals(List.of("ann canceled", "bob canceled", "cyd canceled")));
        assertThat(bench.item().state()).isEqualTo(WorkItemState.CANCELED);
        bench.untilNothingIsLeft();
    }

    @Test
    void hangsUpWhoAnswersInTheMomentInWhichTheCallerHangsUp() {
        for (int round = 0; round < ROUNDS; round++) {
            Line caller = bench.caller();
            List<Line> rings = rings();

            atOnce(caller::hangUp, rings.get(1)::answer);

            until("all phones are free", () -> rings.stream().allMatch(Line::isOver));
            bench.untilNothingIsLeft();
            until("the item is over", () -> bench.item().state() == WorkItemState.CANCELED
                    || bench.item().state() == WorkItemState.COMPLETED);
            assertThat(bench.reservations()).noneMatch(words -> words.endsWith(" pending"));
        }
    }

    @Test
    void endsAllOffersWhenTheNodeDiesWhileThePhonesRing() {
        bench.caller();
        rings();

        bench.start(2).recovery((_, _) -> {}).recover(new NodeId("node", 1));

        assertThat(bench.reservations()).containsExactly("ann canceled", "bob canceled", "cyd canceled");
        assertThat(bench.item().state()).isEqualTo(WorkItemState.CANCELED);
        assertThat(bench.item().standing().reason()).isEqualTo(WorkDistribution.NODE_LOST);
        assertThat(bench.calls()).hasSize(4).extracting(Call::endCause).containsOnly(Optional.of(EndCause.NODE_LOST));
        assertThat(bench.flows.outcomes()).containsExactly("enqueue Lost");
        bench.untilNothingIsLeft();
    }

    private List<Line> rings() {
        return phones.stream().map(bench::nextRing).toList();
    }

    private List<Call> agentsLegs() {
        return bench.calls().stream().filter(call -> call.parties().parent().isPresent()).toList();
    }

    private static void atOnce(Runnable... deeds) {
        CyclicBarrier start = new CyclicBarrier(deeds.length);
        List<Thread> threads = IntStream.range(0, deeds.length).mapToObj(i -> Thread.ofVirtual().start(() -> {
            try {
                start.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
            deeds[i].run();
        })).toList();
        until("both did it", () -> threads.stream().noneMatch(Thread::isAlive));
    }
}
