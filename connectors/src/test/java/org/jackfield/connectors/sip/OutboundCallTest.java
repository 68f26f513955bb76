package org.jackfield.connectors.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.call.CallControl.Credentials;
import org.jackfield.engine.call.CallControl.Dial;
import org.jackfield.engine.call.EndCause;
import org.jackfield.engine.call.InboundCall;
import org.jackfield.engine.call.LegEvent;
import org.jackfield.engine.presence.Registrations.Binding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The platform rings a phone, over UDP on loopback, and either side ends the call in every state. */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class OutboundCallTest {

    private static final String LEG = "CAout";

    private final SipBench bench = new SipBench(SipBench::hasty);
    private final TestPhone phone = bench.phone("dave");

    @AfterEach
    void stop() {
        bench.awaitNothingLeft();
        phone.close();
        bench.close();
    }

    private PhoneCall dialled() {
        bench.control.dial(bench.dialTo(LEG, phone.contact()));
        return phone.awaitCall();
    }

    private PhoneCall talking() {
        PhoneCall call = dialled();
        call.accept();
        call.awaitRequest("ACK");
        bench.events.await(LEG, LegEvent.Answered.class);
        return call;
    }

    private void register(TestPhone device, String user) {
        bench.registrations.register(new Binding(SipBench.ACCOUNT, user + "@" + SipBench.DOMAIN, device.contact(),
                "127.0.0.1:" + device.port(), "udp", "c" + device.port(), 1, bench.clock.instant().plusSeconds(600)));
    }

    @Test
    void ringsIsAnsweredAndHungUpByTheCalled() {
        PhoneCall call = dialled();
        assertThat(call.invited().header("X-Call")).isEqualTo("7");
        assertThat(call.invited().header("From")).contains(SipBench.NUMBER);
        call.respond(180);
        bench.events.await(LEG, LegEvent.Ringing.class);

        call.accept();

        call.awaitRequest("ACK");
        assertThat(bench.events.await(LEG, LegEvent.Answered.class).dialog()).isPresent();
        call.bye();
        call.expect(200, "BYE");
        assertThat(bench.events.awaitEnd(LEG)).isEqualTo(EndCause.HUNG_UP);
    }

    @ParameterizedTest
    @CsvSource({"486,BUSY", "600,BUSY", "480,NO_ANSWER", "408,NO_ANSWER", "404,NOT_FOUND", "484,NOT_FOUND",
        "603,REJECTED", "403,REJECTED", "488,UNREACHABLE", "302,UNREACHABLE", "500,UNREACHABLE"})
    void endsWithTheCauseOfTheFinalAnswer(int status, EndCause cause) {
        PhoneCall call = dialled();

        call.respond(status);

        call.awaitRequest("ACK");
        assertThat(bench.events.awaitEnd(LEG)).isEqualTo(cause);
    }

    @Test
    void cancelsWhenWeHangUpWhileItRings() {
        PhoneCall call = dialled();
        call.respond(180);
        bench.events.await(LEG, LegEvent.Ringing.class);

        bench.control.hangUp(LEG);

        call.respond(call.awaitRequest("CANCEL"), 200, "");
        call.respond(487);
        call.awaitRequest("ACK");
        assertThat(bench.events.awaitEnd(LEG)).isEqualTo(EndCause.LOCAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";tag=another"})
    void endsWithAnAnswerThatNamesAnotherEndOfTheCall(String tag) {
        PhoneCall call = dialled();
        SipText invite = call.invited();
        String from = invite.header("From");

        call.acceptAs(invite.header("Via"), from.substring(0, from.indexOf(";tag=")) + tag, invite.header("Call-ID"),
                "");

        assertThat(bench.events.awaitEnd(LEG)).isEqualTo(EndCause.UNREACHABLE);
        call.accept();
        call.awaitRequest("ACK");
        call.respond(call.awaitRequest("BYE"), 200, "");
    }

    @Test
    void leavesNoTransactionWhenTheAnswerComesUnderAnotherBranch() {
        PhoneCall call = dialled();
        call.respond(180);
        bench.events.await(LEG, LegEvent.Ringing.class);
        SipText invite = call.invited();

        call.acceptAs(invite.header("Via") + "x", invite.header("From"), invite.header("Call-ID"),
                phone.sdp("sendrecv"));

        bench.events.await(LEG, LegEvent.Answered.class);
        call.awaitRequest("ACK");
        bench.control.hangUp(LEG);
        call.respond(call.awaitRequest("BYE"), 200, "");
        assertThat(bench.events.awaitEnd(LEG)).isEqualTo(EndCause.LOCAL);
        await().atMost(Duration.ofSeconds(30)).until(() -> bench.control.census().clientTransactions() == 0);
    }

    @Test
    void waitsWithTheCancelUntilSomethingCameBack() {
        PhoneCall call = dialled();
        bench.control.hangUp(LEG);
        assertThat(bench.events.awaitEnd(LEG)).isEqualTo(EndCause.LOCAL);

        call.respond(100);

        call.respond(call.awaitRequest("CANCEL"), 200, "");
        call.respond(487);
        call.awaitRequest("ACK");
    }

    @Test
    void acknowledgesAndHangsUpWhenTheAnswerCrossesTheCancel() {
        PhoneCall call = dialled();
        call.respond(180);
        bench.events.await(LEG, LegEvent.Ringing.class);
        bench.control.hangUp(LEG);
        SipText cancel = call.awaitRequest("CANCEL");

        call.accept();
        call.respond(cancel, 200, "");

        call.awaitRequest("ACK");
        call.respond(call.awaitRequest("BYE"), 200, "");
        assertThat(bench.events.awaitEnd(LEG)).isEqualTo(EndCause.LOCAL);
    }

    @Test
    void letsGoOfAPhoneThatNeverEndsACancelledInvite() {
        PhoneCall call = dialled();
        call.respond(180);
        bench.events.await(LEG, LegEvent.Ringing.class);

        bench.control.hangUp(LEG);
        call.respond(call.awaitRequest("CANCEL"), 200, "");

        assertThat(bench.events.awaitEnd(LEG)).isEqualTo(EndCause.LOCAL);
    }

    @Test
    void endsAsNotAnsweredAfterTheRingTime() {
        Dial brief = new Dial(SipBench.ACCOUNT, LEG, SipBench.NUMBER, phone.contact(), Duration.ofMillis(300),
                Optional.empty(), Map.of());
        bench.control.dial(brief);
        PhoneCall call = phone.awaitCall();
        call.respond(180);
        bench.events.await(LEG, LegEvent.Ringing.class);

        call.respond(call.awaitRequest("CANCEL"), 200, "");
        call.respond(487);
        call.awaitRequest("ACK");

        assertThat(bench.events.awaitEnd(LEG)).isEqualTo(EndCause.NO_ANSWER);
    }

    @Test
    void hangsUpATalkWithBye() {
        PhoneCall call = talking();

        bench.control.hangUp(LEG);

        call.respond(call.awaitRequest("BYE"), 200, "");
        assertThat(bench.events.awaitEnd(LEG)).isEqualTo(EndCause.LOCAL);
    }

    @Test
    void acknowledgesARepeatedAnswerAgain() {
        PhoneCall call = talking();

        call.accept();

        call.awaitRequest("ACK");
        assertThat(bench.events.isQuiet(LEG)).isTrue();
        call.bye();
        call.expect(200, "BYE");
    }

    @Test
    void hangsUpTheOtherForkOfAProxy() {
        PhoneCall call = talking();

        call.respondAs("otherfork", call.invited(), 200, phone.sdp("sendrecv"));

        call.awaitRequest("ACK");
        SipText bye = call.awaitRequest("BYE");
        assertThat(bye.header("To")).contains("otherfork");
        call.respond(bye, 200, "");
        call.bye();
        call.expect(200, "BYE");
    }

    @Test
    void endsWhenTheAnswerHasNoUsableMedia() {
        PhoneCall call = dialled();

        call.respond(call.invited(), 200, phone.sdp("sendrecv").replace("m=audio 40000", "m=audio 0"));

        call.awaitRequest("ACK");
        call.respond(call.awaitRequest("BYE"), 200, "");
        assertThat(bench.events.awaitEnd(LEG)).isEqualTo(EndCause.UNREACHABLE);
    }

    @Test
    void provesItselfWithTheGivenCredentials() {
        bench.control.dial(bench.dialTo(LEG, phone.contact(), Optional.of(new Credentials("u", "p"))));
        PhoneCall first = phone.awaitCall();
        first.respond(first.invited(), 407, "",
                "Proxy-Authenticate: Digest realm=\"there\",nonce=\"n1\",algorithm=MD5,qop=\"auth\"");
        first.awaitRequest("ACK");

        PhoneCall second = phone.awaitCall();

        assertThat(second.invited().header("Proxy-Authorization")).contains("username=\"u\"", "realm=\"there\"",
                "nonce=\"n1\"", "nc=00000001");
        assertThat(second.invited().cseq()).isEqualTo(first.invited().cseq() + 1);
        second.respond(403);
        second.awaitRequest("ACK");
        assertThat(bench.events.awaitEnd(LEG)).isEqualTo(EndCause.REJECTED);
    }

    @Test
    void ringsEveryContactAndCancelsTheOthersWhenOneAnswers() {
        try (TestPhone second = bench.phone("desk")) {
            register(phone, "alice");
            register(second, "alice");
            bench.control.dial(bench.dialTo(LEG, "sip:alice@" + SipBench.DOMAIN));
            PhoneCall here = phone.awaitCall();
            PhoneCall there = second.awaitCall();
            there.respond(180);
            here.respond(180);
            bench.events.await(LEG, LegEvent.Ringing.class);

            here.accept();

            here.awaitRequest("ACK");
            bench.events.await(LEG, LegEvent.Answered.class);
            there.respond(there.awaitRequest("CANCEL"), 200, "");
            there.respond(487);
            there.awaitRequest("ACK");
            here.bye();
            here.expect(200, "BYE");
            assertThat(bench.events.awaitEnd(LEG)).isEqualTo(EndCause.HUNG_UP);
        }
    }

    @ParameterizedTest
    @CsvSource({"sip:bob@acme.example,UNREACHABLE", "+15559999,NOT_FOUND", "tel:nonsense,NOT_FOUND",
        "sip:x@127.0.0.1:99999,UNREACHABLE", "sip:x@127.0.0.1:5999;transport=tls,UNREACHABLE"})
    void endsAtOnceWhenTheAddressLeadsNowhere(String to, EndCause cause) {
        bench.control.dial(bench.dialTo(LEG, to));

        assertThat(bench.events.awaitEnd(LEG)).isEqualTo(cause);
    }

    @Test
    void endsWhenNoPortIsLeft() {
        bench.silent.exhaust(true);

        bench.control.dial(bench.dialTo(LEG, phone.contact()));

        assertThat(bench.events.awaitEnd(LEG)).isEqualTo(EndCause.NO_CAPACITY);
    }

    @Test
    void reachesAnOwnNumberAsATrustedInboundCall() {
        Dial onNet = new Dial(SipBench.ACCOUNT, LEG, "sip:alice@acme.example", SipBench.NUMBER,
                Duration.ofSeconds(20), Optional.empty(), Map.of());
        bench.control.dial(onNet);
        InboundCall offered = bench.nextCall();

        bench.control.answer(offered.leg());

        bench.events.await(LEG, LegEvent.Answered.class);
        bench.events.await(offered.leg(), LegEvent.Answered.class);
        assertThat(offered.to()).isEqualTo(SipBench.NUMBER);
        bench.control.hangUp(LEG);
        assertThat(bench.events.awaitEnd(offered.leg())).isEqualTo(EndCause.HUNG_UP);
    }

    @Test
    void sendsTheByeOfALostNodeFromTheStoredDialog() {
        PhoneCall call = dialled();
        call.accept();
        call.awaitRequest("ACK");
        LegEvent.DialogIdentity identity = bench.events.await(LEG, LegEvent.Answered.class).dialog().orElseThrow();

        try (SipBench restarted = new SipBench()) {
            restarted.control.bye(LEG, identity);

            SipText bye = call.awaitRequest("BYE");
            assertThat(bye.header("From")).contains(SipText.tag(call.invited().header("From")));
            assertThat(bye.cseq()).isGreaterThan(call.invited().cseq());
            call.respond(bye, 200, "");
        }
        call.bye();
        call.expect(200, "BYE");
    }

    @Test
    void staysIdleAfterRegistrationsRanOut() {
        register(phone, "alice");
        Instant later = bench.clock.instant().plusSeconds(601);
        bench.clock.set(later);

        bench.control.dial(bench.dialTo(LEG, "sip:alice@" + SipBench.DOMAIN));

        assertThat(bench.events.awaitEnd(LEG)).isEqualTo(EndCause.UNREACHABLE);
        await().until(() -> bench.control.census().legs() == 0);
    }
}
