package org.jackfield.connectors.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jackfield.engine.call.LegEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many calls, and messages in pieces over TCP. */
class QuickCallsTest {

    private static final int CALLS = 300;

    private final SipBench bench = new SipBench();

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void leavesNothingBehindAfterManyQuickCalls() {
        try (TestPhone phone = bench.phone("carol")) {
            for (int i = 0; i < CALLS; i++) {
                PhoneCall call = phone.invite(bench.numberUri());
                String leg = bench.nextCall().leg();
                bench.control.answer(leg);
                call.expect(200);
                call.ack();
                bench.events.await(leg, LegEvent.Answered.class);
                call.bye();
                call.expect(200, "BYE");
            }
        }

        bench.awaitNothingLeft();
        assertThat(bench.events.count(LegEvent.Answered.class)).isEqualTo(CALLS);
        assertThat(bench.events.count(LegEvent.Ended.class)).isEqualTo(CALLS);
        await().atMost(Duration.ofSeconds(60)).until(() -> bench.control.census().isEmpty());
    }

    @Test
    void readsMessagesThatTcpCutsAndJoins() throws IOException {
        String one = options("a");
        String both = options("b") + "\r\n\r\n" + options("c");

        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), bench.port())) {
            socket.setSoTimeout(10_000);
            for (int at = 0; at < one.length(); at += 40) {
                socket.getOutputStream().write(bytes(one.substring(at, Math.min(one.length(), at + 40))));
                socket.getOutputStream().flush();
            }
            socket.getOutputStream().write(bytes(both));

            String answers = read(socket.getInputStream(), 3);
            assertThat(answers).contains("z9hG4bKa", "z9hG4bKb", "z9hG4bKc");
        }
    }

    @Test
    void closesAConnectionWithAMessageThatIsTooLarge() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), bench.port())) {
            socket.setSoTimeout(15_000);
            String head = options("big").replace("Content-Length: 0", "Content-Length: 1000000");
            socket.getOutputStream().write(bytes(head));

            assertThat(isClosed(socket)).isTrue();
        }
    }

    @Test
    void closesAConnectionWhoseMessageNeverEnds() throws IOException {
        SipOptions.Limits hasty = new SipOptions.Limits(10, 100, 10, 65_536, Duration.ofMinutes(1),
                Duration.ofMillis(500));
        try (SipBench slow = new SipBench(options -> SipBench.withLimits(options, hasty));
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), slow.port())) {
            socket.setSoTimeout(15_000);
            socket.getOutputStream()
                    .write(bytes("OPTIONS sip:x SIP/2.0\r\nVia: SIP/2.0/TCP 127.0.0.1:9;branch=z9hG4bKq\r\n"));

            assertThat(isClosed(socket)).isTrue();
        }
    }

    private static boolean isClosed(Socket socket) {
        try {
            read(socket.getInputStream(), Integer.MAX_VALUE);
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String read(InputStream in, int messages) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            text.append((char) next);
            if (text.toString().endsWith("\r\n\r\n") && text.toString().split("SIP/2.0 200", -1).length > messages) {
                break;
            }
        }
        return text.toString();
    }

    private String options(String branch) {
        return "OPTIONS sip:127.0.0.1:" + bench.port() + " SIP/2.0\r\nVia: SIP/2.0/TCP 127.0.0.1:9;branch=z9hG4bK"
                + branch
                + "\r\nMax-Forwards: 70\r\nFrom: <sip:t@t.example>;tag=1\r\nTo: <sip:t@t.example>\r\nCall-ID: tcp-"
                + branch
                + "\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n";
    }
}
