package org.jackfield.connectors.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jackfield.engine.call.CallControl.Refusal;
import org.jackfield.engine.call.InboundCall;
import org.jackfield.engine.presence.Registrations.Binding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger may and may not do, and what malformed messages do: nothing. */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class SipEdgeTest {

    private final SipBench bench = new SipBench(SipBench::hasty);
    private final TestPhone phone = bench.phone("eve");

    @AfterEach
    void stop() {
        bench.awaitNothingLeft();
        phone.close();
        bench.close();
    }

    private String us() {
        return "sip:" + phone.server();
    }

    @Test
    void answersOptions() {
        SipText ok = phone.request("OPTIONS", us());

        assertThat(ok.status()).isEqualTo(200);
        assertThat(ok.header("Allow")).contains("INVITE", "UPDATE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MESSAGE", "SUBSCRIBE", "NOTIFY", "REFER", "PUBLISH", "INFO", "FROBNICATE"})
    void refusesMethodsThatItDoesNotKnow(String method) {
        SipText refused = phone.request(method, us(), "Event: presence");

        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.header("Allow")).contains("INVITE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BYE", "UPDATE", "CANCEL"})
    void knowsNoCallThatWasNeverMade(String method) {
        assertThat(phone.request(method, us()).status()).isEqualTo(481);
    }

    /** The stack itself makes the transaction of a CANCEL; found by {@link FuzzTest}. */
    @Test
    void keepsNothingOfACancelThatItRefuses() {
        String callId = TestPhone.newName();
        phone.send(ofOneCall("INVITE", bench.numberUri(), callId));
        String leg = bench.nextCall().leg();

        phone.send(ofOneCall("CANCEL", "sip:" + "m".repeat(2_100) + "@" + phone.server(), callId));

        phone.awaitStatus(414, "CANCEL");
        bench.control.refuse(leg, Refusal.BUSY);
        String to = phone.awaitStatus(486, "INVITE").header("To");
        phone.send(ofOneCall("ACK", bench.numberUri(), callId).replaceFirst("To: .*", "To: " + to));
        await().atMost(Duration.ofSeconds(60)).until(() -> bench.control.census().isEmpty());
    }

    private String ofOneCall(String method, String uri, String callId) {
        return method + " " + uri + " SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:" + phone.port() + ";branch=z9hG4bK"
                + callId
                + "\r\nMax-Forwards: 70\r\nFrom: <sip:eve@phone.example>;tag=1\r\nTo: <" + bench.numberUri()
                + ">\r\nCall-ID: " + callId + "\r\nCSeq: 1 " + method + "\r\nContact: <" + phone.contact()
                + ">\r\nContent-Length: 0\r\n\r\n";
    }

    @Test
    void refusesExtensionsThatItDoesNotHave() {
        SipText refused = phone.request("OPTIONS", us(), "Require: 100rel, timer");

        assertThat(refused.status()).isEqualTo(420);
        assertThat(refused.header("Unsupported")).isEqualTo("100rel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sip:alice@acme.example", "sip:nobody@acme.example"})
    void asksForProofOfWhoClaimsToBeAUser(String from) {
        PhoneCall call = new PhoneCall(phone, bench.numberUri()).from(from).invite(Optional.of(phone.sdp("sendrecv")));

        assertThat(call.expect(401).header("WWW-Authenticate")).contains("realm=\"acme.example\"");
        assertThat(bench.sawNoCall()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob", "nobody"})
    void tellsAStrangerNothingAboutUsersWhenHeNamesThemAtAnAddress(String user) {
        PhoneCall call = new PhoneCall(phone, bench.numberUri()).from("sip:" + user + "@127.0.0.1")
                .invite(Optional.of(phone.sdp("sendrecv")));

        InboundCall offered = bench.nextCall();
        assertThat(offered.caller()).isEmpty();
        bench.control.refuse(offered.leg(), Refusal.DECLINED);
        call.expect(603);
    }

    @Test
    void asksForProofWhenThePhoneOfThatUserIsRegisteredThere() {
        bench.registrations.register(new Binding(SipBench.ACCOUNT, "bob@" + SipBench.DOMAIN, "sip:bob@127.0.0.1:9",
                "127.0.0.1:9", "udp", "c", 1, bench.clock.instant().plusSeconds(60)));

        PhoneCall call = new PhoneCall(phone, bench.numberUri()).from("sip:bob@127.0.0.1")
                .invite(Optional.of(phone.sdp("sendrecv")));

        assertThat(call.expect(401).header("WWW-Authenticate")).contains("realm=\"acme.example\"");
    }

    @Test
    void refusesBodiesThatAreNoDescription() {
        PhoneCall call = new PhoneCall(phone, bench.numberUri()).with("Content-Type: text/plain")
                .invite(Optional.empty());
        String leg = bench.nextCall().leg();
        bench.control.refuse(leg, Refusal.DECLINED);
        call.expect(603);
        PhoneCall second = new PhoneCall(phone, bench.numberUri()).invite(Optional.of("v=0\r\nnonsense\r\n"));

        second.expect(400);
        PhoneCall third = new PhoneCall(phone, bench.numberUri())
                .invite(Optional.of(phone.sdp("sendrecv").replace("RTP/AVP", "RTP/SAVP")));
        third.expect(488);
    }

    @Test
    void refusesTheSameInviteByASecondPath() {
        String head = "INVITE " + bench.numberUri() + " SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:" + phone.port()
                + ";branch=";
        String tail = "\r\nMax-Forwards: 70\r\nFrom: <sip:eve@x.example>;tag=1\r\nTo: <" + bench.numberUri()
                + ">\r\nCall-ID: merged\r\nCSeq: 1 INVITE\r\nContact: <" + phone.contact()
                + ">\r\nContent-Length: 0\r\n\r\n";
        phone.send(head + "z9hG4bKone" + tail);
        String leg = bench.nextCall().leg();

        phone.send(head + "z9hG4bKtwo" + tail);

        phone.awaitStatus(482, "INVITE");
        bench.control.refuse(leg, Refusal.BUSY);
        phone.awaitStatus(486, "INVITE");
    }

    @Test
    void answersTheSenderWhateverAddressHeNames() {
        phone.send("OPTIONS " + us() + " SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:" + phone.port()
                + ";maddr=127.0.0.77;branch=z9hG4bKfar\r\nMax-Forwards: 70\r\nFrom: <sip:eve@x.example>;tag=1\r\nTo: <"
                + us()
                + ">\r\nCall-ID: far\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n");

        phone.awaitStatus(200, "OPTIONS");
    }

    @Test
    void forgetsTransactionsInTheTimeThatItsOptionsSay() {
        try (SipBench hasty = new SipBench(SipBench::hasty); TestPhone caller = hasty.phone("eve")) {
            caller.request("OPTIONS", "sip:" + caller.server());
            caller.request("CANCEL", "sip:" + caller.server());
            assertThat(hasty.control.census().serverTransactions()).isEqualTo(2);

            await().atMost(Duration.ofSeconds(15)).until(() -> hasty.control.census().isEmpty());
        }
    }

    @Test
    void refusesNewCallsWhileDraining() {
        bench.control.drain(true);

        assertThat(phone.invite(bench.numberUri()).expect(503).header("Retry-After")).isNotEmpty();
    }

    @Test
    void refusesCallsBeyondTheLimit() {
        SipOptions.Limits few = new SipOptions.Limits(1, 100, 10, 65_536, Duration.ofMinutes(1),
                Duration.ofSeconds(5));
        try (SipBench small = new SipBench(options -> SipBench.withLimits(options, few));
                TestPhone caller = small.phone("eve")) {
            caller.invite(small.numberUri());
            String leg = small.nextCall().leg();

            caller.invite(small.numberUri()).expect(503);

            small.control.refuse(leg, Refusal.BUSY);
        }
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void survivesMalformedMessages(String message) {
        bench.refuseAll();
        phone.sendBytes(message.replace("PORT", Integer.toString(phone.port())).getBytes(StandardCharsets.ISO_8859_1));

        assertThat(phone.request("OPTIONS", us()).status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(5)).until(() -> bench.control.census().faults() == 0);
    }

    private static String goodInvite() {
        return """
                INVITE sip:x@h SIP/2.0
                Via: SIP/2.0/UDP 127.0.0.1:PORT;branch=z9hG4bKm
                Max-Forwards: 70
                From: <sip:a@b>;tag=1
                To: <sip:x@h>
                Call-ID: m1
                CSeq: 1 INVITE
                Contact: <sip:a@127.0.0.1:PORT>
                Content-Length: 0

                """.replace("\n", "\r\n");
    }

    static Stream<String> malformed() {
        String good = goodInvite();
        return Stream.concat(List.of("", "\r\n\r\n", "\0\0\0\0", "INVITE", "INVITE sip:x\r\n\r\n", "SIP/2.0\r\n\r\n",
                "SIP/2.0 200 OK\r\n\r\n", "SIP/2.0 999999999999 Huge\r\nVia: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
                "\u00ff\u00fe\u00fd".repeat(500), "A".repeat(60_000), "A: b\r\n".repeat(5_000) + "\r\n").stream(),
                Stream.of(good.replace("SIP/2.0\r\nVia", "SIP/7.0\r\nVia"), good.replace("CSeq: 1 INVITE\r\n", ""),
                        good.replace("CSeq: 1 INVITE", "CSeq: 99999999999999999999 INVITE"),
                        good.replace("CSeq: 1 INVITE", "CSeq: -1 INVITE"),
                        good.replace("CSeq: 1 INVITE", "CSeq: 1 BYE"), good.replace("Call-ID: m1\r\n", ""),
                        good.replace("From: <sip:a@b>;tag=1\r\n", ""), good.replace("To: <sip:x@h>\r\n", ""),
                        good.replace("From: <sip:a@b>;tag=1", "From: \"unclosed <sip:a@b>;tag=1"),
                        good.replace("From: <sip:a@b>;tag=1", "From: <<<<sip:a@b;tag=1"),
                        good.replace("Via: SIP/2.0/UDP 127.0.0.1:PORT;branch=z9hG4bKm", "Via: ;;;;;;"),
                        good.replace("127.0.0.1:PORT;branch", "127.0.0.1:999999;branch"),
                        good.replace("Max-Forwards: 70", "Max-Forwards: 300"),
                        good.replace("Max-Forwards: 70", "Max-Forwards: -3"),
                        good.replace("Content-Length: 0", "Content-Length: 9999999999"),
                        good.replace("Content-Length: 0", "Content-Length: -5"),
                        good.replace("INVITE sip:x@h", "INVITE <sip:x@h>"),
                        good.replace("INVITE sip:x@h", "INVITE sip:x@[::::::"),
                        good.replace("INVITE sip:x@h", "INVITE " + "sip:" + "x".repeat(30_000) + "@h"),
                        good.replace("INVITE sip:x@h", "INVITE foo:bar"),
                        good.replace("sip:x@h", "sip:%00%ff@h"),
                        good.replace("Contact: <sip:a@127.0.0.1:PORT>", "Contact: *"),
                        good.replace("INVITE", "REGISTER").replace("To: <sip:x@h>", "To: <tel:+1>"),
                        good.replace("INVITE", "REGISTER")
                                .replace("Max-Forwards: 70",
                                        "Authorization: Digest " + "x=\"y\",".repeat(2_000) + "z=1")));
    }
}
