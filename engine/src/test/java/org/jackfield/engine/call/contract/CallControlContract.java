package org.jackfield.engine.call.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jackfield.engine.call.contract.ContractBench.until;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jackfield.engine.call.CallControl;
import org.jackfield.engine.call.CallControl.RecordingOrder;
import org.jackfield.engine.call.CallControl.Refusal;
import org.jackfield.engine.call.EndCause;
import org.jackfield.engine.call.LegEvent;
import org.jackfield.engine.call.LegListener;
import org.jackfield.engine.call.InboundCalls;
import org.jackfield.engine.call.contract.ContractBench.Up;
import org.jackfield.engine.media.RecordingFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every case of the port. Waits for effects with generous deadlines and asserts no duration. */
public abstract class CallControlContract {

    private static final AtomicInteger CASES = new AtomicInteger();

    private ContractEar ear;
    private ContractFixture fixture;
    private ContractBench bench;
    private CallControl control;

    /** Opens the implementation with its listener and the receiver of inbound calls set. */
    protected abstract ContractFixture open(LegListener listener, InboundCalls inbound);

    @BeforeEach
    void openFixture() {
        ear = new ContractEar();
        fixture = open(ear, ear);
        bench = new ContractBench(fixture, ear);
        control = fixture.control();
        CASES.incrementAndGet();
    }

    @AfterEach
    void closeFixture() {
        fixture.close();
    }

    @AfterAll
    static void printCount() {
        System.getLogger(CallControlContract.class.getName())
                .log(Level.INFO, "call-control contract: {0} cases run", CASES.getAndSet(0));
    }

    @Test
    void ringsAndAnswersAnInboundCall() {
        Up up = bench.offered();

        control.ring(up.leg());
        until("the caller hears it ring", up.line()::isRinging);
        control.answer(up.leg());
        control.answer(up.leg());

        bench.untilHeard(up.leg(), LegEvent.Answered.class, 1);
        until("the phone talks", up.line()::isTalking);
        assertThat(ear.of(up.leg())).hasSize(1);
    }

    @Test
    void refusesAnInboundCallAndReportsNoEnd() {
        for (Refusal why : Refusal.values()) {
            Up up = bench.offered();

            control.refuse(up.leg(), why);
            control.refuse(up.leg(), why);

            until("the phone is refused", up.line()::isOver);
            assertThat(up.line().refusal()).as(why.name()).isGreaterThanOrEqualTo(400);
            assertThat(ear.of(up.leg())).isEmpty();
        }
    }

    @Test
    void reportsACallerWhoGivesUp() {
        Up up = bench.offered();
        control.ring(up.leg());

        up.line().hangUp();

        assertThat(bench.ended(up.leg())).isEqualTo(EndCause.CANCELLED);
    }

    @Test
    void reportsAPeerWhoHangsUp() {
        Up inbound = bench.answered();
        Up outbound = bench.dialled();

        inbound.line().hangUp();
        outbound.line().hangUp();

        assertThat(bench.ended(inbound.leg())).isEqualTo(EndCause.HUNG_UP);
        assertThat(bench.ended(outbound.leg())).isEqualTo(EndCause.HUNG_UP);
    }

    @Test
    void reportsRingingBeforeTheAnswerOfADialledPhone() {
        Up up = bench.dialled();

        assertThat(ear.of(up.leg(), LegEvent.Ringing.class)).isNotEmpty();
        assertThat(ear.of(up.leg()).getFirst()).isInstanceOf(LegEvent.Ringing.class);
        assertThat(ear.of(up.leg()).getLast()).isInstanceOf(LegEvent.Answered.class);
    }

    @Test
    void reportsADialledPhoneThatDeclines() {
        Up up = bench.ringing();

        up.line().decline();

        assertThat(bench.ended(up.leg())).isIn(EndCause.REJECTED, EndCause.BUSY);
    }

    @Test
    void reportsADialledPhoneThatIsBusy() {
        ContractPhone phone = fixture.phone();
        bench.dial(phone.address(), Duration.ofMinutes(1));
        bench.nextRing(phone).answer();

        String second = bench.dial(phone.address(), Duration.ofMinutes(1));

        assertThat(bench.ended(second)).isEqualTo(EndCause.BUSY);
    }

    @Test
    void givesUpWhenNobodyAnswersInTime() {
        ContractPhone phone = fixture.phone();

        String leg = bench.dial(phone.address(), Duration.ofSeconds(1));
        ContractPhone.Line line = bench.nextRing(phone);

        assertThat(bench.ended(leg)).isEqualTo(EndCause.NO_ANSWER);
        until("the phone stops ringing", line::isOver);
    }

    @Test
    void reportsAnAddressWhereNobodyIs() {
        String leg = bench.dial(fixture.nowhere(), Duration.ofSeconds(30));

        assertThat(bench.ended(leg)).isIn(EndCause.UNREACHABLE, EndCause.NOT_FOUND);
    }

    @Test
    void dialsALegOnlyOnce() {
        Up up = bench.dialled();
        ContractPhone other = fixture.phone();

        control.dial(new CallControl.Dial(ContractBench.ACCOUNT, up.leg(), ContractBench.NUMBER, other.address(),
                Duration.ofSeconds(5), Optional.empty(), Map.of()));
        Up after = bench.dialled();

        assertThat(other.nextRing()).isEmpty();
        assertThat(ear.of(up.leg(), LegEvent.Ended.class)).isEmpty();
        assertThat(after.line().isTalking()).isTrue();
    }

    @Test
    void playsToTheEndAndSaysSo() {
        Up up = bench.answered();

        bench.play(up, "one", 700, 600, 1);

        until("the phone hears the tone", () -> up.line().hears(700));
        bench.untilHeard(up.leg(), LegEvent.Played.class, 1);
        assertThat(ear.of(up.leg(), LegEvent.Played.class)).containsExactly(new LegEvent.Played("one"));
        until("it is silent", () -> !up.line().hears(700));
    }

    @Test
    void repeatsAPlayback() {
        Up up = bench.answered();

        bench.play(up, "loops", 700, 200, 3);

        bench.untilHeard(up.leg(), LegEvent.Played.class, 1);
        assertThat(ear.of(up.leg(), LegEvent.Played.class)).hasSize(1);
    }

    @Test
    void replacesWhatPlaysAndReportsOnlyTheLast() {
        Up up = bench.answered();
        bench.play(up, "for-ever", 700, 300, 0);
        until("the phone hears the first", () -> up.line().hears(700));

        bench.play(up, "second", 1_100, 900, 1);

        until("the phone hears the second", () -> up.line().hears(1_100) && !up.line().hears(700));
        bench.untilHeard(up.leg(), LegEvent.Played.class, 1);
        assertThat(ear.of(up.leg(), LegEvent.Played.class)).containsExactly(new LegEvent.Played("second"));
    }

    @Test
    void stopsPlayingWithoutAReport() {
        Up up = bench.answered();
        bench.play(up, "stopped", 700, 60_000, 1);
        until("the phone hears it", () -> up.line().hears(700));

        control.stopPlaying(up.leg());
        control.stopPlaying(up.leg());

        until("it is silent", () -> !up.line().hears(700));
        bench.play(up, "after", 1_100, 200, 1);
        bench.untilHeard(up.leg(), LegEvent.Played.class, 1);
        assertThat(ear.of(up.leg(), LegEvent.Played.class)).containsExactly(new LegEvent.Played("after"));
    }

    @Test
    void reportsEachDigitOnceAndInOrderWhileItPlays() {
        Up up = bench.answered();
        bench.play(up, "meanwhile", 700, 60_000, 1);

        up.line().press("159*0#D");

        bench.untilHeard(up.leg(), LegEvent.Digit.class, 7);
        List<LegEvent.Digit> digits = ear.of(up.leg(), LegEvent.Digit.class);
        assertThat(digits).extracting(LegEvent.Digit::digit).containsExactly('1', '5', '9', '*', '0', '#', 'D');
    }

    @Test
    void sendsDigits() {
        Up up = bench.dialled();

        control.sendDigits(up.leg(), "12w3#");

        until("the phone got the digits", () -> up.line().digits().equals("123#"));
    }

    @Test
    void letsBridgedLegsHearEachOtherAndNotThemselves() {
        Up caller = bench.answered();
        Up agent = bench.dialled();
        bench.play(caller, "music", 500, 1_000, 0);

        control.bridge(caller.leg(), agent.leg());
        caller.line().say(700);
        agent.line().say(1_100);

        until("the caller hears the agent", () -> caller.line().hears(1_100));
        until("the agent hears the caller", () -> agent.line().hears(700));
        assertThat(caller.line().hears(700)).isFalse();
        assertThat(caller.line().hears(500)).isFalse();
        assertThat(agent.line().hears(1_100)).isFalse();
    }

    @Test
    void separatesLegs() {
        Up caller = bench.answered();
        Up agent = bench.dialled();
        control.bridge(caller.leg(), agent.leg());
        agent.line().say(1_100);
        until("the caller hears the agent", () -> caller.line().hears(1_100));

        control.unbridge(agent.leg());
        control.unbridge(caller.leg());

        until("the caller hears nothing", () -> !caller.line().hears(1_100));
        assertThat(ear.of(caller.leg(), LegEvent.Ended.class)).isEmpty();
    }

    @Test
    void leavesTheOtherLegUpWhenOneOfABridgeEnds() {
        Up caller = bench.answered();
        Up agent = bench.dialled();
        control.bridge(caller.leg(), agent.leg());

        agent.line().hangUp();
        bench.ended(agent.leg());
        bench.play(caller, "bye", 900, 400, 1);

        bench.untilHeard(caller.leg(), LegEvent.Played.class, 1);
        assertThat(ear.of(caller.leg(), LegEvent.Ended.class)).isEmpty();
    }

    @Test
    void recordsTheCallerLeftAndTheAgentRight() throws IOException {
        Up caller = bench.answered();
        Up agent = bench.dialled();
        control.bridge(caller.leg(), agent.leg());
        caller.line().say(700);
        agent.line().say(1_100);
        until("they hear each other", () -> caller.line().hears(1_100) && agent.line().hears(700));

        control.record(new RecordingOrder("RE1", caller.leg(), agent.leg(), fixture.folder().resolve("RE1.wav")));
        bench.play(bench.answered(), "a-while", 500, 1_000, 1);
        until("a while is over", () -> ear.inbound().size() == 2
                && !ear.of(ear.inbound().getLast().leg(), LegEvent.Played.class).isEmpty());
        control.stopRecording("RE1");
        control.stopRecording("RE1");

        bench.untilHeard(caller.leg(), LegEvent.Recorded.class, 1);
        RecordingFile file = ear.of(caller.leg(), LegEvent.Recorded.class).getFirst().file().orElseThrow();
        ContractWav wav = ContractWav.read(file.file());
        assertThat(ToneGauge.isTone(wav.left(), 700)).isTrue();
        assertThat(ToneGauge.isTone(wav.left(), 1_100)).isFalse();
        assertThat(ToneGauge.isTone(wav.right(), 1_100)).isTrue();
        assertThat(ToneGauge.isTone(wav.right(), 700)).isFalse();
        assertThat(file.channels()).isEqualTo(2);
    }

    @Test
    void completesARecordingWhenALegEnds() {
        Up caller = bench.answered();
        caller.line().say(700);
        control.record(new RecordingOrder("RE2", caller.leg(), caller.leg(), fixture.folder().resolve("RE2.wav")));

        caller.line().hangUp();

        bench.untilHeard(caller.leg(), LegEvent.Recorded.class, 1);
        assertThat(ear.of(caller.leg(), LegEvent.Recorded.class).getFirst().file())
                .hasValueSatisfying(file -> assertThat(Files.exists(file.file())).isTrue());
    }

    @Test
    void endsARecordingAfterSilence() {
        Up caller = bench.answered();

        control.record(new RecordingOrder("RE3", caller.leg(), caller.leg(), fixture.folder().resolve("RE3.wav"),
                Duration.ofSeconds(1)));

        bench.untilHeard(caller.leg(), LegEvent.Recorded.class, 1);
        assertThat(ear.of(caller.leg(), LegEvent.Ended.class)).isEmpty();
    }

    @Test
    void hangsUpInEveryState() {
        Up offered = bench.offered();
        Up answered = bench.answered();
        Up ringing = bench.ringing();
        Up dialled = bench.dialled();
        Up unconfirmed = bench.ringing();
        unconfirmed.line().answer();
        bench.untilHeard(unconfirmed.leg(), LegEvent.Answered.class, 1);

        for (Up up : List.of(offered, answered, ringing, dialled, unconfirmed)) {
            control.hangUp(up.leg());
            control.hangUp(up.leg());

            assertThat(bench.ended(up.leg())).isEqualTo(EndCause.LOCAL);
            until("the phone is free", up.line()::isOver);
            assertThat(ear.of(up.leg(), LegEvent.Ended.class)).hasSize(1);
        }
    }

    @Test
    void reportsHoldAndResume() {
        Up up = bench.answered();

        up.line().hold();
        bench.untilHeard(up.leg(), LegEvent.Held.class, 1);
        up.line().resume();

        bench.untilHeard(up.leg(), LegEvent.Resumed.class, 1);
    }

    @Test
    void doesNothingToALegThatIsUnknownOrGone() {
        Up gone = bench.answered();
        control.hangUp(gone.leg());
        bench.ended(gone.leg());
        int before = ear.of(gone.leg()).size();

        for (String leg : List.of(gone.leg(), "CA00000000000000000000000000000000")) {
            control.ring(leg);
            control.answer(leg);
            control.confirm(leg);
            control.refuse(leg, Refusal.BUSY);
            bench.play(new Up(leg, gone.line()), "x", 700, 100, 1);
            control.stopPlaying(leg);
            control.sendDigits(leg, "1");
            control.bridge(leg, gone.leg());
            control.unbridge(leg);
            control.record(new RecordingOrder("RE9", leg, leg, fixture.folder().resolve("RE9.wav")));
            control.hangUp(leg);
        }
        bench.answered();

        assertThat(ear.of(gone.leg(), LegEvent.Played.class)).isEmpty();
        assertThat(ear.of(gone.leg(), LegEvent.Ended.class)).hasSize(1);
        assertThat(ear.of(gone.leg())).hasSizeLessThanOrEqualTo(before + 1);
    }
}
