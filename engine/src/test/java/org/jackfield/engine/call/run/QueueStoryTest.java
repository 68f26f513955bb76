package org.jackfield.engine.call.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jackfield.engine.call.run.ScriptedFlows.line;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jackfield.engine.call.Instruction;
import org.jackfield.engine.call.InstructionOutcome;
import org.jackfield.engine.call.Recordings;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.loopback.LoopbackCall;
import org.jackfield.engine.loopback.LoopbackCall.Display;
import org.jackfield.engine.loopback.LoopbackPhone;
import org.jackfield.engine.media.Sound;
import org.jackfield.engine.work.OfferDesk.Offer;
import org.jackfield.engine.work.WorkDistribution.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A caller waits in a queue and agents are offered the call. */
class QueueStoryTest {

    private static final String AGENT = "sip:agent@example.org";

    @TempDir
    Path folder;

    private Switchboard board;
    private LoopbackPhone agent;
    private LoopbackCall caller;

    @BeforeEach
    void callIn() {
        board = new Switchboard(folder);
        board.assign(line("enqueue", Map.of("queue", "sales", "record", true)));
        agent = board.phone(AGENT);
        caller = board.phone("+15550199").call(Switchboard.NUMBER);
    }

    @AfterEach
    void leavesNothingBehind() {
        caller.hangUp();
        board.pass(Duration.ofHours(5));
        assertThat(board.engine.census()).isEqualTo(new CallCensus(0, 0, 0));
        assertThat(board.network.legs()).isZero();
        assertThat(board.timers.pending()).isZero();
        assertThat(agent.isBusy()).isFalse();
    }

    @Test
    void playsMusicRingsTheAgentAndConnects() {
        Sound callersVoice = Sound.of(new short[]{1});
        Sound agentsVoice = Sound.of(new short[]{2});
        assertThat(caller.hears()).contains(Switchboard.MUSIC);
        board.pass(Duration.ofSeconds(30));
        board.engine.offerDesk().offer(offer("WR1"));
        LoopbackCall ring = agent.nextRing().orElseThrow();

        ring.answer();
        caller.say(callersVoice);
        ring.say(agentsVoice);

        assertThat(caller.hears()).contains(agentsVoice);
        assertThat(ring.hears()).contains(callersVoice);
        board.pass(Duration.ofSeconds(60));
        ring.hangUp();
        assertThat(board.work.told()).containsExactly("enqueue sales", "accept WR1", "wrapUp WT1");
        assertThat(board.flows.ended().getFirst().outcome()).isEqualTo(new InstructionOutcome.Done(Map.of("result",
                "completed", "worker", "WK1", "workItem", "WT1", "waited", 30L, "talked", 60L)));
        assertThat(board.recordings.list(Switchboard.ACCOUNT, Recordings.Filter.ALL, Paging.first(9)))
                .singleElement()
                .satisfies(row -> assertThat(row.workItem()).contains("WT1"));
    }

    @Test
    void queuesOnceWhenTheSweepSawTheInstructionJustBeforeItEnded() {
        board.engine.start();
        board.engine.offerDesk().offer(offer("WR1"));
        LoopbackCall ring = agent.nextRing().orElseThrow();
        ring.answer();

        board.hold();
        ring.hangUp();
        board.holdNoMore();
        board.pass(Duration.ofSeconds(2));
        board.letGo();

        assertThat(board.work.told()).containsExactly("enqueue sales", "accept WR1", "wrapUp WT1");
        board.engine.close();
    }

    @Test
    void beginsAnInstructionWhenItNeverReachedTheMailbox() {
        Instruction missed = new Instruction(Switchboard.ACCOUNT, board.ids.next(IdPrefix.INSTRUCTION), caller.leg(),
                "sendEvent", Map.of("type", "order.placed"), "report", "execution");
        board.stores.instructions().insert(missed, board.clock.instant());

        board.engine.start();
        board.pass(Duration.ofSeconds(6));

        assertThat(board.flows.outcomes()).containsExactly("sendEvent Done");
        board.engine.close();
    }

    @Test
    void hangsTheAgentUpWhenHisAnswerCameTooLate() {
        board.work.answerNextAccept(Answer.TOO_LATE);
        board.engine.offerDesk().offer(offer("WR1"));
        LoopbackCall ring = agent.nextRing().orElseThrow();

        ring.answer();

        assertThat(ring.display()).isEqualTo(Display.ENDED);
        assertThat(caller.hears()).contains(Switchboard.MUSIC);
        assertThat(board.flows.ended()).isEmpty();
    }

    @Test
    void rejectsWhenTheAgentDeclinesIsBusyOrHasNoPhone() {
        board.engine.offerDesk().offer(offer("WR1"));
        agent.nextRing().orElseThrow().decline();
        LoopbackCall other = agent.call(Switchboard.NUMBER);
        board.engine.offerDesk().offer(offer("WR2"));
        other.hangUp();
        board.engine.offerDesk().offer(ScriptedWork.offer(Switchboard.ACCOUNT, caller.leg(), "WR3", ""));
        board.engine.offerDesk()
                .offer(ScriptedWork.offer(Switchboard.ACCOUNT, caller.leg(), "WR4", "sip:no@where.org"));

        assertThat(board.work.told()).filteredOn(told -> told.startsWith("reject"))
                .containsExactly("reject WR1", "reject WR2", "reject WR3", "reject WR4");
        assertThat(caller.hears()).contains(Switchboard.MUSIC);
    }

    @Test
    void stopsRingingWhenTheOfferIsRescinded() {
        board.engine.offerDesk().offer(offer("WR1"));
        LoopbackCall ring = agent.nextRing().orElseThrow();

        board.engine.offerDesk().rescind(offer("WR1"));

        assertThat(ring.display()).isEqualTo(Display.ENDED);
        assertThat(board.work.told()).containsExactly("enqueue sales");
    }

    @Test
    void cancelsTheItemAndStopsRingingWhenTheCallerHangsUp() {
        board.engine.offerDesk().offer(offer("WR1"));
        LoopbackCall ring = agent.nextRing().orElseThrow();

        caller.hangUp();

        assertThat(ring.display()).isEqualTo(Display.ENDED);
        assertThat(board.work.told()).containsExactly("enqueue sales", "cancel WT1");
        assertThat(board.flows.outcomes()).containsExactly("enqueue HungUp");
    }

    @Test
    void wrapsUpWhenTheCallerEndsTheConversation() {
        board.engine.offerDesk().offer(offer("WR1"));
        agent.nextRing().orElseThrow().answer();

        caller.hangUp();

        assertThat(board.work.told()).containsExactly("enqueue sales", "accept WR1", "wrapUp WT1");
        assertThat(agent.isBusy()).isFalse();
    }

    @Test
    void timesOutWhenTheItemWaitedTooLong() {
        board.engine.offerDesk().expired(Switchboard.ACCOUNT, caller.leg(), "WT1");

        assertThat(board.flows.outcomes()).containsExactly("enqueue TimedOut");
    }

    @Test
    void timesOutWhenTheItemIsGoneAndNobodySaidSo() {
        board.pass(Duration.ofMinutes(3));
        assertThat(caller.hears()).contains(Switchboard.MUSIC);
        board.work.loseItems();

        board.pass(Duration.ofMinutes(1));

        assertThat(board.flows.outcomes()).containsExactly("enqueue TimedOut");
    }

    @Test
    void sendsAWorkerAwayWhenNobodyWaits() {
        caller.hangUp();

        board.engine.offerDesk().offer(offer("WR9"));

        assertThat(board.work.told()).containsExactly("enqueue sales", "cancel WT1", "cancel WT1");
        assertThat(agent.nextRing()).isEmpty();
    }

    @Test
    void failsWhenThereIsNoSuchQueue() {
        board.assign(line("enqueue", Map.of("queue", "nowhere")));

        board.phone("+15550198").call(Switchboard.NUMBER);

        assertThat(board.flows.outcomes()).containsExactly("enqueue Failed");
    }

    private Offer offer(String reservation) {
        return ScriptedWork.offer(Switchboard.ACCOUNT, caller.leg(), reservation, AGENT);
    }
}
