package org.jackfield.connectors.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jackfield.engine.call.CallControl.Refusal;
import org.jackfield.engine.call.EndCause;
import org.jackfield.engine.call.InboundCall;
import org.jackfield.engine.call.LegEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A caller rings the platform, over UDP on loopback, and either side ends the call in every state. */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class InboundCallTest {

    private final SipBench bench = new SipBench(SipBench::hasty);
    private final TestPhone phone = bench.phone("carol");

    @AfterEach
    void stop() {
        bench.awaitNothingLeft();
        phone.close();
        bench.close();
    }

    private PhoneCall talking() {
        PhoneCall call = phone.invite(bench.numberUri());
        String leg = bench.nextCall().leg();
        bench.control.answer(leg);
        call.expect(200);
        call.ack();
        bench.events.await(leg, LegEvent.Answered.class);
        return call;
    }

    @Test
    void offersCallWithNumbersAndSource() {
        PhoneCall call = phone.invite(bench.numberUri());

        InboundCall offered = bench.nextCall();
        call.expect(100);

        assertThat(offered.to()).isEqualTo(SipBench.NUMBER);
        assertThat(offered.from()).isEqualTo("sip:carol@phone.example");
        assertThat(offered.domainAccount()).contains(SipBench.ACCOUNT);
        assertThat(offered.caller()).isEmpty();
        assertThat(offered.source()).isEqualTo("udp:127.0.0.1:" + phone.port());
        bench.control.refuse(offered.leg(), Refusal.NOT_FOUND);
        call.expect(404);
    }

    @Test
    void ringsAndAnswersAndReportsWhenTheCallerConfirmed() {
        PhoneCall call = phone.invite(bench.numberUri());
        String leg = bench.nextCall().leg();

        bench.control.ring(leg);
        call.expect(180);
        bench.control.answer(leg);
        SipText ok = call.expect(200);
        assertThat(bench.events.isQuiet(leg)).isTrue();
        call.ack();

        assertThat(bench.events.await(leg, LegEvent.Answered.class).dialog()).isPresent();
        assertThat(ok.body()).contains("m=audio 30000 RTP/AVP 0 101").contains("a=sendrecv");
        assertThat(bench.silent.configured()).singleElement().satisfies(remote -> {
            assertThat(remote.rtp().getPort()).isEqualTo(40_000);
            assertThat(remote.telephoneEvents()).isPresent();
        });
        call.bye();
        call.expect(200, "BYE");
        assertThat(bench.events.awaitEnd(leg)).isEqualTo(EndCause.HUNG_UP);
    }

    @ParameterizedTest
    @CsvSource({"NOT_FOUND,404", "BUSY,486", "DECLINED,603", "NO_CAPACITY,503", "FORBIDDEN,403"})
    void refusesWithTheStatusOfTheReason(Refusal why, int status) {
        PhoneCall call = phone.invite(bench.numberUri());
        String leg = bench.nextCall().leg();

        bench.control.refuse(leg, why);

        assertThat(call.expect(status).find("Retry-After").isPresent()).isEqualTo(status == 503);
        assertThat(bench.events.isQuiet(leg)).isTrue();
    }

    @Test
    void endsWhenCallerCancelsBeforeAnyRing() {
        PhoneCall call = phone.invite(bench.numberUri());
        String leg = bench.nextCall().leg();

        call.cancel();

        call.expect(200, "CANCEL");
        call.expect(487);
        assertThat(bench.events.awaitEnd(leg)).isEqualTo(EndCause.CANCELLED);
    }

    @Test
    void endsWhenCallerCancelsWhileRinging() {
        PhoneCall call = phone.invite(bench.numberUri());
        String leg = bench.nextCall().leg();
        bench.control.ring(leg);
        call.expect(180);

        call.cancel();

        call.expect(200, "CANCEL");
        call.expect(487);
        assertThat(bench.events.awaitEnd(leg)).isEqualTo(EndCause.CANCELLED);
    }

    @Test
    void endsWhenCallerSendsByeInTheEarlyDialog() {
        PhoneCall call = phone.invite(bench.numberUri());
        String leg = bench.nextCall().leg();
        bench.control.ring(leg);
        call.expect(180);

        call.bye();

        call.expect(200, "BYE");
        assertThat(bench.events.awaitEnd(leg)).isEqualTo(EndCause.CANCELLED);
    }

    @Test
    void endsWhenCallerHangsUpInsteadOfAcknowledging() {
        PhoneCall call = phone.invite(bench.numberUri());
        String leg = bench.nextCall().leg();
        bench.control.answer(leg);
        call.expect(200);

        call.bye();

        call.expect(200, "BYE");
        assertThat(bench.events.awaitEnd(leg)).isEqualTo(EndCause.HUNG_UP);
    }

    @Test
    void ignoresCancelThatComesTooLate() {
        PhoneCall call = phone.invite(bench.numberUri());
        String leg = bench.nextCall().leg();
        bench.control.answer(leg);
        call.expect(200);

        call.cancel();
        call.expect(200, "CANCEL");
        call.ack();

        bench.events.await(leg, LegEvent.Answered.class);
        call.bye();
        call.expect(200, "BYE");
        assertThat(bench.events.awaitEnd(leg)).isEqualTo(EndCause.HUNG_UP);
    }

    @Test
    void refusesWhenWeHangUpBeforeTheAnswer() {
        PhoneCall call = phone.invite(bench.numberUri());
        String leg = bench.nextCall().leg();

        bench.control.hangUp(leg);

        call.expect(480);
        assertThat(bench.events.awaitEnd(leg)).isEqualTo(EndCause.LOCAL);
    }

    @Test
    void waitsForTheAckBeforeItsByeWhenWeHangUpInBetween() {
        PhoneCall call = phone.invite(bench.numberUri());
        String leg = bench.nextCall().leg();
        bench.control.answer(leg);
        call.expect(200);

        bench.control.hangUp(leg);
        assertThat(bench.events.awaitEnd(leg)).isEqualTo(EndCause.LOCAL);
        call.ack();

        call.respond(call.awaitRequest("BYE"), 200, "");
    }

    @Test
    void sendsByeWhenWeHangUpATalk() {
        PhoneCall call = phone.invite(bench.numberUri());
        String leg = bench.nextCall().leg();
        bench.control.answer(leg);
        call.expect(200);
        call.ack();
        bench.events.await(leg, LegEvent.Answered.class);

        bench.control.hangUp(leg);
        bench.control.hangUp(leg);

        call.respond(call.awaitRequest("BYE"), 200, "");
        assertThat(bench.events.awaitEnd(leg)).isEqualTo(EndCause.LOCAL);
    }

    @Test
    void repeatsItsAnswerUntilTheAckComes() {
        PhoneCall call = phone.invite(bench.numberUri());
        String leg = bench.nextCall().leg();
        bench.control.answer(leg);

        call.expect(200);
        call.expect(200);
        call.expect(200);
        call.ack();

        bench.events.await(leg, LegEvent.Answered.class);
        call.bye();
        call.expect(200, "BYE");
    }

    @Test
    void givesUpWithByeWhenNoAckEverComes() {
        PhoneCall call = phone.invite(bench.numberUri());
        String leg = bench.nextCall().leg();
        bench.control.answer(leg);
        call.expect(200);

        call.respond(call.awaitRequest("BYE"), 200, "");

        assertThat(bench.events.awaitEnd(leg)).isEqualTo(EndCause.UNREACHABLE);
    }

    @Test
    void takesTheAnswerFromTheAckWhenTheOfferIsOurs() {
        PhoneCall call = new PhoneCall(phone, bench.numberUri()).invite(Optional.empty());
        String leg = bench.nextCall().leg();
        bench.control.answer(leg);

        SipText ok = call.expect(200);
        call.ack(phone.sdp("sendrecv"));

        bench.events.await(leg, LegEvent.Answered.class);
        assertThat(ok.body()).contains("m=audio 30000 RTP/AVP 0 8 101");
        assertThat(bench.silent.configured()).hasSize(1);
        call.bye();
        call.expect(200, "BYE");
    }

    @Test
    void endsWhenTheAckOfOurOfferHasNoAnswer() {
        PhoneCall call = new PhoneCall(phone, bench.numberUri()).invite(Optional.empty());
        String leg = bench.nextCall().leg();
        bench.control.answer(leg);
        call.expect(200);

        call.ack();

        call.respond(call.awaitRequest("BYE"), 200, "");
        assertThat(bench.events.awaitEnd(leg)).isEqualTo(EndCause.UNREACHABLE);
    }

    @Test
    void refusesWithRetryAfterWhenNoPortIsLeft() {
        bench.silent.exhaust(true);
        PhoneCall call = phone.invite(bench.numberUri());
        String leg = bench.nextCall().leg();

        bench.control.answer(leg);

        assertThat(call.expect(503).header("Retry-After")).isEqualTo("5");
        assertThat(bench.events.awaitEnd(leg)).isEqualTo(EndCause.NO_CAPACITY);
    }

    @Test
    void endsWithByeWhenMediaIsLost() {
        PhoneCall call = talking();

        bench.silent.loseMedia();

        call.respond(call.awaitRequest("BYE"), 200, "");
    }

    @Test
    void answersARetransmittedInviteOnlyOnce() {
        String sdp = phone.sdp("sendrecv");
        PhoneCall call = phone.invite(bench.numberUri());
        call.repeatInvite(sdp);
        call.repeatInvite(sdp);
        String leg = bench.nextCall().leg();

        bench.control.refuse(leg, Refusal.BUSY);

        call.expect(486);
        assertThat(bench.sawNoCall()).isTrue();
    }
}
