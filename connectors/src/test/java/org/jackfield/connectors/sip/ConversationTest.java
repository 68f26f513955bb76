package org.jackfield.connectors.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jackfield.connectors.rtp.Direction;
import org.jackfield.engine.call.EndCause;
import org.jackfield.engine.call.LegEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two ends talk and change what they settled: hold, resume, late offers, refreshes (RFC 3261, 3311, 4028). */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class ConversationTest {

    private final SipBench bench = new SipBench(SipBench::hasty);
    private final TestPhone phone = bench.phone("carol");
    private PhoneCall call = new PhoneCall(phone, bench.numberUri());
    private String leg = "";

    @BeforeEach
    void talk() {
        talkWith();
    }

    private void talkWith(String... lines) {
        call = new PhoneCall(phone, bench.numberUri()).with(lines).invite(Optional.of(phone.sdp("sendrecv")));
        leg = bench.nextCall().leg();
        bench.control.answer(leg);
        call.expect(200);
        call.ack();
        bench.events.await(leg, LegEvent.Answered.class);
    }

    @AfterEach
    void stop() {
        bench.control.hangUp(leg);
        phone.poll(message -> message.isRequest() && message.method().equals("BYE"), TestPhone.PATIENCE.dividedBy(10))
                .ifPresent(bye -> call.respond(bye, 200, ""));
        bench.awaitNothingLeft();
        phone.close();
        bench.close();
    }

    private SipText reInvite(String sdp) {
        call.request("INVITE", sdp);
        SipText ok = call.expect(200);
        call.ack();
        return ok;
    }

    private Direction lastDirection() {
        return bench.silent.configured().stream().reduce((first, second) -> second).orElseThrow().direction();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sendonly", "inactive"})
    void holdsAndResumes(String direction) {
        SipText held = reInvite(phone.sdp(direction));

        bench.events.await(leg, LegEvent.Held.class);
        assertThat(held.body()).contains(direction.equals("inactive") ? "a=inactive" : "a=recvonly");
        assertThat(lastDirection().sends()).isFalse();
        SipText resumed = reInvite(phone.sdp("sendrecv"));

        bench.events.await(leg, LegEvent.Resumed.class);
        assertThat(resumed.body()).contains("a=sendrecv");
        assertThat(version(resumed)).isEqualTo(version(held) + 1);
    }

    private static long version(SipText message) {
        return Long.parseLong(message.body()
                .lines()
                .filter(line -> line.startsWith("o="))
                .findFirst()
                .orElseThrow()
                .split(" ", -1)[2]);
    }

    @Test
    void holdsByTheOldZeroAddress() {
        reInvite(phone.sdp("sendrecv").replace("c=IN IP4 127.0.0.1", "c=IN IP4 0.0.0.0"));

        bench.events.await(leg, LegEvent.Held.class);
    }

    @Test
    void holdsByUpdate() {
        call.update(phone.sdp("sendonly"));

        assertThat(call.expect(200, "UPDATE").body()).contains("a=recvonly");
        bench.events.await(leg, LegEvent.Held.class);
    }

    @Test
    void offersItselfWhenAReInviteHasNoOffer() {
        call.request("INVITE", "");
        SipText ok = call.expect(200);
        call.ack(phone.sdp("sendonly"));

        assertThat(ok.body()).contains("a=sendrecv");
        bench.events.await(leg, LegEvent.Held.class);
    }

    @Test
    void answersPendingWhileItsOwnOfferWaits() {
        call.request("INVITE", "");
        call.expect(200);

        call.update(phone.sdp("sendonly"));

        call.expect(491, "UPDATE");
    }

    @Test
    void takesTheNextReInviteWhenTheAckOfTheLastOneIsLost() {
        call.request("INVITE", phone.sdp("sendonly"));
        call.expect(200);

        call.request("INVITE", phone.sdp("sendrecv"));

        assertThat(call.expect(200).body()).contains("a=sendrecv");
        call.ack();
        bench.events.await(leg, LegEvent.Held.class);
        bench.events.await(leg, LegEvent.Resumed.class);
    }

    @Test
    void talksWhenTheNextInviteComesBeforeTheFirstAck() {
        PhoneCall eager = new PhoneCall(phone, bench.numberUri()).invite(Optional.of(phone.sdp("sendrecv")));
        String second = bench.nextCall().leg();
        bench.control.answer(second);
        eager.expect(200);

        eager.request("INVITE", phone.sdp("sendonly"));

        assertThat(eager.expect(200).body()).contains("a=recvonly");
        eager.ack();
        bench.events.await(second, LegEvent.Answered.class);
        bench.events.await(second, LegEvent.Held.class);
        eager.bye();
        assertThat(bench.events.awaitEnd(second)).isEqualTo(EndCause.HUNG_UP);
    }

    @Test
    void keepsWhatWasSettledWhenTheNewOfferCannotBeUsed() {
        call.request("INVITE", phone.sdp("sendrecv").replace("RTP/AVP 0 8 101", "RTP/AVP 18"));
        call.expect(488);
        call.request("INVITE", "this is no description");
        call.expect(400);

        assertThat(bench.silent.configured()).hasSize(1);
        call.bye();
        call.expect(200, "BYE");
        assertThat(bench.events.awaitEnd(leg)).isEqualTo(EndCause.HUNG_UP);
    }

    @Test
    void answersOptionsAndRefusesOtherMethodsInsideTheDialog() {
        call.request("OPTIONS", "");
        assertThat(call.expect(200, "OPTIONS").header("Allow")).contains("UPDATE");

        call.request("MESSAGE", "");
        assertThat(call.expect(405, "MESSAGE").header("Allow")).contains("INVITE");
    }

    @Test
    void refusesOldSequenceNumbers() {
        call.request("OPTIONS", "");
        call.expect(200, "OPTIONS");
        phone.send("OPTIONS sip:x@" + phone.server() + " SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:" + phone.port()
                + ";branch=" + TestPhone.newBranch()
                + "\r\nMax-Forwards: 70\r\nFrom: <sip:c@x>;tag=1\r\nTo: <sip:x@x>;tag="
                + "nobody\r\nCall-ID: " + call.callId() + "\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n");

        call.expect(481, "OPTIONS");
    }

    @Test
    void refreshesTheCallWhenThePeerDoesNot() {
        bench.hurry(20);
        call.with("Session-Expires: 90").request("UPDATE", "");
        call.expect(200, "UPDATE");

        SipText refresh = call.awaitRequest("INVITE");
        assertThat(refresh.header("Session-Expires")).startsWith("90");
        call.respond(refresh, 200, phone.sdp("sendrecv"), "Session-Expires: 90;refresher=uac", "Supported: timer");
        call.awaitRequest("ACK");
    }

    @Test
    void endsTheCallWhenItsRefreshIsRefused() {
        bench.hurry(20);
        call.with("Session-Expires: 90", "Allow: INVITE, UPDATE").request("UPDATE", "");
        call.expect(200, "UPDATE");

        call.respond(call.awaitRequest("UPDATE"), 481, "");

        call.respond(call.awaitRequest("BYE"), 200, "");
        assertThat(bench.events.awaitEnd(leg)).isEqualTo(EndCause.MEDIA_LOST);
    }

    @Test
    void endsTheCallWhenItsRefreshIsWorkedOnForEver() {
        bench.hurry(100);
        call.with("Session-Expires: 90").request("UPDATE", "");
        call.expect(200, "UPDATE");

        call.respond(call.awaitRequest("INVITE"), 100, "");

        call.respond(call.awaitRequest("BYE"), 200, "");
        assertThat(bench.events.awaitEnd(leg)).isEqualTo(EndCause.MEDIA_LOST);
    }

    @Test
    void endsTheCallWhenThePeersRefreshStaysAway() {
        bench.hurry(500);
        call.with("Session-Expires: 90;refresher=uac", "Supported: timer").request("UPDATE", "");
        assertThat(call.expect(200, "UPDATE").header("Session-Expires")).isEqualTo("90;refresher=uac");

        call.respond(call.awaitRequest("BYE"), 200, "");
        assertThat(bench.events.awaitEnd(leg)).isEqualTo(EndCause.MEDIA_LOST);
    }

    @Test
    void refusesATooShortSession() {
        call.with("Session-Expires: 30", "Supported: timer").request("UPDATE", "");

        assertThat(call.expect(422, "UPDATE").header("Min-SE")).isEqualTo("90");
    }
}
