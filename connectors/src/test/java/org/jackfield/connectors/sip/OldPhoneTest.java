package org.jackfield.connectors.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jackfield.engine.call.LegEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A phone of RFC 2543: no unique branch, no tag in From, no Max-Forwards (RFC 3261, section 17.2.3; RFC 4475, section 3.4.1). */
@Tag("slow")
class OldPhoneTest {

    private final SipBench bench = new SipBench(SipBench::hasty);
    private final TestPhone phone = bench.phone("old");
    private final String callId = TestPhone.newName();

    @AfterEach
    void stop() {
        bench.awaitNothingLeft();
        phone.close();
        bench.close();
    }

    private String via(String branch) {
        return "SIP/2.0/UDP 127.0.0.1:" + phone.port() + branch;
    }

    private void send(String method, long sequence, String branch, String uri, String to) {
        phone.send(method + " " + uri + " SIP/2.0\r\nVia: " + via(branch) + "\r\nFrom: <sip:old@phone.example>\r\nTo: "
                + to
                + "\r\nCall-ID: " + callId + "\r\nCSeq: " + sequence + " " + method + "\r\nContact: <" + phone.contact()
                + ">\r\nContent-Length: 0\r\n\r\n");
    }

    private void invite(String branch) {
        send("INVITE", 1, branch, bench.numberUri(), "<" + bench.numberUri() + ">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";branch=7", ";branch=z9hG4bK"})
    void callsAndHangsUp(String branch) {
        invite(branch);
        String leg = bench.nextCall().leg();
        invite(branch);
        bench.control.answer(leg);

        SipText ok = phone.awaitStatus(200, "INVITE");
        String sdp = phone.sdp("sendrecv");
        String target = SipText.uri(ok.header("Contact"));
        phone.send("ACK " + target + " SIP/2.0\r\nVia: " + via(branch) + "\r\nFrom: <sip:old@phone.example>\r\nTo: "
                + ok.header("To") + "\r\nCall-ID: " + callId + "\r\nCSeq: 1 ACK\r\nContent-Type: application/sdp\r\n"
                + "Content-Length: " + sdp.length() + "\r\n\r\n" + sdp);
        bench.events.await(leg, LegEvent.Answered.class);
        send("BYE", 2, branch, target, ok.header("To"));

        assertThat(phone.awaitStatus(200, "BYE").header("Via")).isEqualTo(via(branch));
        assertThat(ok.header("Via")).isEqualTo(via(branch));
        assertThat(bench.sawNoCall()).as("a repeated INVITE is no second call").isTrue();
    }

    @Test
    void cancelsWhatItCalled() {
        invite("");
        bench.nextCall();

        send("CANCEL", 1, "", bench.numberUri(), "<" + bench.numberUri() + ">");

        assertThat(phone.awaitStatus(200, "CANCEL").header("Via")).isEqualTo(via(""));
        SipText ended = phone.awaitStatus(487, "INVITE");
        send("ACK", 1, "", bench.numberUri(), ended.header("To"));
        phone.poll(message -> message.status() == 487, Duration.ofMillis(200)).ifPresent(_ -> phone.forget());
        assertThat(phone.poll(message -> message.status() == 487, Duration.ofSeconds(1))).as("the ACK was matched")
                .isEmpty();
    }
}
