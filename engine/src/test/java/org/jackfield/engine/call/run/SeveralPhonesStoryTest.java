package org.jackfield.engine.call.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jackfield.engine.call.run.ScriptedFlows.line;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.call.InstructionOutcome.Done;
import org.jackfield.engine.call.Recordings;
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

/** A caller waits and three agents are offered the call at once. */
class SeveralPhonesStoryTest {

    @TempDir
    Path folder;

    private Switchboard board;
    private List<LoopbackPhone> phones;
    private LoopbackCall caller;

    @BeforeEach
    void callIn() {
        board = new Switchboard(folder);
        board.assign(line("enqueue", Map.of("queue", "sales")));
        phones = List.of(board.phone(address(1)), board.phone(address(2)), board.phone(address(3)));
        caller = board.phone("+15550199").call(Switchboard.NUMBER);
    }

    @AfterEach
    void leavesNothingBehind() {
        caller.hangUp();
        board.pass(Duration.ofHours(5));
        assertThat(board.engine.census()).isEqualTo(new CallCensus(0, 0, 0));
        assertThat(board.network.legs()).isZero();
        assertThat(board.timers.pending()).isZero();
        assertThat(phones).noneMatch(LoopbackPhone::isBusy);
    }

    @Test
    void connectsTheFirstWhoAnswersAndStopsTheOthers() {
        Sound agentsVoice = Sound.of(new short[]{2});
        List<LoopbackCall> rings = ringAll();
        board.pass(Duration.ofSeconds(4));

        rings.get(1).answer();
        rings.get(1).say(agentsVoice);

        assertThat(rings).extracting(LoopbackCall::display)
                .containsExactly(Display.ENDED, Display.TALKING, Display.ENDED);
        assertThat(caller.hears()).contains(agentsVoice);
        board.pass(Duration.ofSeconds(9));
        rings.get(1).hangUp();
        assertThat(board.work.told()).containsExactly("enqueue sales", "accept WR2", "wrapUp WT1");
        assertThat(board.flows.ended().getFirst().outcome()).isEqualTo(new Done(Map.of("result", "completed", "worker",
                "WK2", "workItem", "WT1", "waited", 4L, "talked", 9L)));
    }

    @Test
    void connectsTheFirstOfTwoWhoAnswerInTheSameMillisecond() {
        List<LoopbackCall> rings = ringAll();

        board.hold();
        rings.get(2).answer();
        rings.get(0).answer();
        board.letGo();

        assertThat(rings).extracting(LoopbackCall::display)
                .containsExactly(Display.ENDED, Display.ENDED, Display.TALKING);
        assertThat(board.work.told()).containsExactly("enqueue sales", "accept WR3");
    }

    @Test
    void connectsTheSecondWhenTheFirstAnswerCameTooLate() {
        board.work.answerNextAccept(Answer.TOO_LATE);
        List<LoopbackCall> rings = ringAll();

        board.hold();
        rings.get(0).answer();
        rings.get(1).answer();
        board.letGo();

        assertThat(rings).extracting(LoopbackCall::display)
                .containsExactly(Display.ENDED, Display.TALKING, Display.ENDED);
        assertThat(board.work.told()).containsExactly("enqueue sales", "accept WR1", "accept WR2");
    }

    @Test
    void ringsOnWhenOneDeclinesAndOneIsBusy() {
        List<LoopbackCall> rings = ringAll();
        LoopbackCall elsewhere = board.phone(address(4)).call(Switchboard.NUMBER);

        rings.get(0).decline();
        board.engine.offerDesk().offer(offer(4));
        elsewhere.hangUp();
        rings.get(2).answer();

        assertThat(board.work.told())
                .containsSubsequence("reject WR1", "reject WR4", "accept WR3")
                .doesNotContain("reject WR2", "reject WR3");
        assertThat(rings).extracting(LoopbackCall::display)
                .containsExactly(Display.ENDED, Display.ENDED, Display.TALKING);
    }

    @Test
    void waitsOnWhenAllDecline() {
        List<LoopbackCall> rings = ringAll();

        rings.forEach(LoopbackCall::decline);

        assertThat(board.work.told()).containsExactly("enqueue sales", "reject WR1", "reject WR2", "reject WR3");
        assertThat(caller.hears()).contains(Switchboard.MUSIC);
        board.engine.offerDesk().offer(offer(1));
        phones.getFirst().nextRing().orElseThrow().answer();
        assertThat(board.work.told()).endsWith("accept WR1");
    }

    @Test
    void ringsTheOneWhoIsOfferedTheCallWhileAnotherPhoneRings() {
        LoopbackCall first = ring(1);
        board.pass(Duration.ofSeconds(7));

        LoopbackCall later = ring(2);

        assertThat(first.display()).isEqualTo(Display.RINGING);
        later.answer();
        assertThat(first.display()).isEqualTo(Display.ENDED);
        assertThat(later.display()).isEqualTo(Display.TALKING);
    }

    @Test
    void stopsOnlyThePhoneWhoseOfferIsTakenBack() {
        List<LoopbackCall> rings = ringAll();

        board.engine.offerDesk().rescind(offer(2));

        assertThat(rings).extracting(LoopbackCall::display)
                .containsExactly(Display.RINGING, Display.ENDED, Display.RINGING);
        assertThat(board.work.told()).containsExactly("enqueue sales");
    }

    @Test
    void hangsUpWhoAnswersAnOfferThatWasTakenBackInTheSameMillisecond() {
        List<LoopbackCall> rings = ringAll();

        board.hold();
        board.engine.offerDesk().rescind(offer(2));
        rings.get(1).answer();
        board.letGo();

        assertThat(rings).extracting(LoopbackCall::display)
                .containsExactly(Display.RINGING, Display.ENDED, Display.RINGING);
        assertThat(board.work.told()).containsExactly("enqueue sales");
    }

    @Test
    void hangsUpWhoAnswersAfterAnotherTookTheCallElsewhere() {
        board.work.answerNextAccept(Answer.TOO_LATE);
        List<LoopbackCall> rings = ringAll();

        rings.get(0).answer();
        board.engine.offerDesk().rescind(offer(2));
        board.engine.offerDesk().rescind(offer(3));

        assertThat(rings).extracting(LoopbackCall::display).containsOnly(Display.ENDED);
        assertThat(caller.hears()).contains(Switchboard.MUSIC);
    }

    @Test
    void stopsAllPhonesWhenTheCallerHangsUp() {
        List<LoopbackCall> rings = ringAll();

        caller.hangUp();

        assertThat(rings).extracting(LoopbackCall::display).containsOnly(Display.ENDED);
        assertThat(board.work.told()).containsExactly("enqueue sales", "cancel WT1");
        assertThat(board.flows.outcomes()).containsExactly("enqueue HungUp");
    }

    @Test
    void ringsAPhoneOnceWhenItsOfferIsRepeated() {
        LoopbackCall ring = ring(1);

        board.engine.offerDesk().offer(offer(1));

        assertThat(ring.display()).isEqualTo(Display.RINGING);
        assertThat(phones.getFirst().nextRing()).isEmpty();
        assertThat(board.work.told()).containsExactly("enqueue sales");
    }

    @Test
    void ringsElsewhereWhenTheOfferSaysSoAndShowsWhoItNames() {
        LoopbackCall before = ring(1);
        LoopbackCall beside = ring(2);

        board.engine.offerDesk().offer(elsewhere(1, address(3)));
        LoopbackCall after = phones.get(2).nextRing().orElseThrow();

        assertThat(before.display()).isEqualTo(Display.ENDED);
        assertThat(beside.display()).isEqualTo(Display.RINGING);
        assertThat(after.peer()).isEqualTo("+15550100");
        after.answer();
        assertThat(after.display()).isEqualTo(Display.TALKING);
        assertThat(beside.display()).isEqualTo(Display.ENDED);
        assertThat(board.work.told()).containsExactly("enqueue sales", "accept WR1");
        assertThat(board.recordings.list(Switchboard.ACCOUNT, Recordings.Filter.ALL, Paging.first(9))).hasSize(1);
    }

    @Test
    void disturbsNobodyWhoTalksAlready() {
        LoopbackCall talks = ring(1);
        talks.answer();

        board.engine.offerDesk().offer(elsewhere(1, address(3)));

        assertThat(talks.display()).isEqualTo(Display.TALKING);
        assertThat(phones.get(2).nextRing()).isEmpty();
    }

    private Offer elsewhere(int number, String address) {
        Offer usual = offer(number);
        return new Offer(usual.account(), usual.workspaceId(), usual.reservationId(), usual.workItemId(),
                usual.workerId(), usual.subject(), address, usual.attributes(), Optional.of("+15550100"), true);
    }

    @Test
    void rejectsAnOfferThatComesAfterTheAnswer() {
        ring(1).answer();

        board.engine.offerDesk().offer(offer(2));

        assertThat(phones.get(1).nextRing()).isEmpty();
        assertThat(board.work.told()).containsExactly("enqueue sales", "accept WR1", "reject WR2");
    }

    private List<LoopbackCall> ringAll() {
        return List.of(ring(1), ring(2), ring(3));
    }

    private LoopbackCall ring(int number) {
        board.engine.offerDesk().offer(offer(number));
        return phones.get(number - 1).nextRing().orElseThrow();
    }

    private Offer offer(int number) {
        return ScriptedWork.offer(Switchboard.ACCOUNT, caller.leg(), "WR" + number, "WK" + number, address(number));
    }

    private static String address(int number) {
        return "sip:agent" + number + "@example.org";
    }
}
