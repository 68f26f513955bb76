package org.jackfield.connectors.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jackfield.connectors.sip.Samples.Sample;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of RFC 4475 by a message of our own, over UDP and TCP, answered as the RFC says. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TortureTest {

    private static final int CASES = 49;
    private static final Duration SILENCE = Duration.ofMillis(500);
    private static final Pattern STATUS = Pattern.compile("SIP/2.0 ([2-6][0-9]{2}) ");

    private final SipBench bench = new SipBench();

    @BeforeAll
    void refuseCalls() {
        bench.refuseAll();
    }

    @AfterAll
    void stop() {
        bench.awaitNothingLeft();
        bench.close();
    }

    /** Their notes are the answers that are right; none is silence. */
    static List<Sample> cases() {
        return Samples.read("/sip/torture.txt");
    }

    private static boolean mayBeSilent(Sample torture) {
        return torture.notes().contains("none");
    }

    @Test
    void knowsEveryCaseOfTheRfc() {
        assertThat(cases().stream().map(Sample::name).collect(Collectors.toSet())).hasSize(CASES);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersAsTheRfcSaysOverUdp(Sample torture) {
        try (TestPhone phone = bench.phone("eve")) {
            String first = torture.sent("UDP", phone.port(), TestPhone.newName());
            phone.send(torture.name().equals("dblreq") ? first + trailing(phone) : first);

            Optional<SipText> answer = phone.poll(message -> !message.isRequest() && message.status() >= 200,
                    mayBeSilent(torture) ? SILENCE : TestPhone.PATIENCE);

            assertThat(answer.map(found -> Integer.toString(found.status())).orElse("none")).isIn(torture.notes());
            assertThat(phone.request("OPTIONS", "sip:" + phone.server()).status()).isEqualTo(200);
            assertThat(phone.poll(message -> message.method().equals("INVITE") && torture.name().equals("dblreq"),
                    Duration.ZERO)).isEmpty();
        }
        assertThat(bench.control.census().faults()).isZero();
    }

    /** Octets after the end of a message in one datagram mean nothing (RFC 3261, section 18.3). */
    private static String trailing(TestPhone phone) {
        return "INVITE sip:joe@example.com SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:" + phone.port()
                + ";branch=z9hG4bKtrailing\r\nMax-Forwards: 70\r\nFrom: <sip:a@b.example>;tag=1\r\nTo: <sip:joe@example.com>\r\n"
                + "Call-ID: trailing\r\nCSeq: 1 INVITE\r\nContact: <sip:a@127.0.0.1>\r\nContent-Length: 0\r\n\r\n";
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersOrClosesOverTcp(Sample torture) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), bench.port())) {
            socket.setSoTimeout((int) (mayBeSilent(torture) ? SILENCE : TestPhone.PATIENCE).toMillis());
            socket.getOutputStream()
                    .write(torture.sent("TCP", socket.getLocalPort(), TestPhone.newName())
                            .getBytes(StandardCharsets.UTF_8));

            String answer = finalStatus(socket.getInputStream());

            boolean mayBeClosed = mayBeSilent(torture) || torture.notes().contains("400");
            assertThat(answer).isIn(Stream.concat(torture.notes().stream(),
                    mayBeClosed ? Stream.of("none") : Stream.empty()).toList());
        }
        assertThat(bench.control.census().faults()).isZero();
    }

    private static String finalStatus(InputStream in) {
        StringBuilder text = new StringBuilder();
        try {
            for (int next = in.read(); next >= 0; next = in.read()) {
                text.append((char) next);
                Matcher status = STATUS.matcher(text);
                if (next == ' ' && status.find()) {
                    return status.group(1);
                }
            }
        } catch (SocketTimeoutException silent) {
            return "none";
        } catch (IOException closed) {
            return "none";
        }
        return "none";
    }
}
