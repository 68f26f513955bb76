package org.jackfield.connectors.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Predicate;
import org.jackfield.engine.call.EndCause;
import org.jackfield.engine.call.LegEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A phone's answer is acknowledged when it is on record; one that nobody waits for any more is ended. */
@Tag("slow")
class ConfirmedAnswerTest {

    private static final String LEG = "CAout";
    private static final Duration A_WHILE = Duration.ofMillis(400);

    private final SipBench bench = new SipBench(SipBench::hasty);
    private final TestPhone phone = bench.phone("dave");

    @AfterEach
    void stop() {
        bench.awaitNothingLeft();
        phone.close();
        bench.close();
    }

    private PhoneCall answeredButNotOnRecord() {
        bench.recordNothing();
        bench.control.dial(bench.dialTo(LEG, phone.contact()));
        PhoneCall call = phone.awaitCall();
        call.accept();
        bench.events.await(LEG, LegEvent.Answered.class);
        return call;
    }

    private static Predicate<SipText> request(String method) {
        return message -> message.isRequest() && message.method().equals(method);
    }

    @Test
    void waitsWithTheAckUntilTheAnswerIsOnRecord() {
        PhoneCall call = answeredButNotOnRecord();
        call.accept();
        assertThat(phone.poll(request("ACK"), A_WHILE)).isEmpty();

        bench.control.confirm(LEG);
        bench.control.confirm(LEG);

        call.awaitRequest("ACK");
        assertThat(phone.poll(request("ACK"), A_WHILE)).isEmpty();
        call.accept();
        call.awaitRequest("ACK");
        assertThat(bench.events.isQuiet(LEG)).isTrue();
        call.bye();
        assertThat(bench.events.awaitEnd(LEG)).isEqualTo(EndCause.HUNG_UP);
    }

    @Test
    void sendsTheAckBeforeTheBye() {
        PhoneCall call = answeredButNotOnRecord();

        bench.control.hangUp(LEG);

        SipText first = phone.await("ACK or BYE", request("ACK").or(request("BYE")));
        assertThat(first.method()).isEqualTo("ACK");
        call.respond(call.awaitRequest("BYE"), 200, "");
        assertThat(bench.events.awaitEnd(LEG)).isEqualTo(EndCause.LOCAL);
    }

    @Test
    void acknowledgesAPhoneThatHangsUpFirst() {
        PhoneCall call = answeredButNotOnRecord();

        call.bye();

        call.expect(200, "BYE");
        call.awaitRequest("ACK");
        assertThat(bench.events.awaitEnd(LEG)).isEqualTo(EndCause.HUNG_UP);
    }

    @Test
    void endsAnAnswerThatTheNodeLostWithItsOldLife() {
        try (SipBench before = new SipBench(SipBench::hasty)) {
            before.recordNothing();
            phone.sendTo(before.port());
            before.control.dial(before.dialTo(LEG, phone.contact()));
            PhoneCall call = phone.awaitCall();
            call.accept();
            before.events.await(LEG, LegEvent.Answered.class);

            phone.sendTo(bench.port());
            call.accept();

            call.awaitRequest("ACK");
            call.respond(call.awaitRequest("BYE"), 200, "");
            call.accept();
            call.awaitRequest("ACK");
            assertThat(phone.poll(request("BYE"), A_WHILE)).isEmpty();
            phone.sendTo(before.port());
            before.control.hangUp(LEG);
            call.respond(call.awaitRequest("BYE"), 200, "");
        }
    }

    @Test
    void answersNobodyWhoseInviteIsNotOurs() {
        PhoneCall call = answeredButNotOnRecord();
        SipText invite = call.invited();

        call.acceptAs(invite.header("Via") + "x", invite.header("From"), "other@127.0.0.1", "");

        assertThat(phone.poll(request("ACK").or(request("BYE")), A_WHILE)).isEmpty();
        assertThat(bench.control.census().faults()).isZero();
        bench.control.hangUp(LEG);
        call.awaitRequest("ACK");
        call.respond(call.awaitRequest("BYE"), 200, "");
    }
}
