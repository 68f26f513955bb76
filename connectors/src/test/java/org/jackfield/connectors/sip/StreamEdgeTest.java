package org.jackfield.connectors.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections of people who send too much, too slowly or nothing are closed, and the others go on. */
@Tag("slow")
class StreamEdgeTest {

    private static final String HOSTILE = "127.0.0.99";
    private static final int LONGEST = 8_192;
    private static final int FOREVER = 20 * LONGEST;
    private static final Duration MESSAGE_TIME = Duration.ofSeconds(1);
    private static final int CONNECTIONS = 5;

    private final SipBench bench = new SipBench(options -> SipBench.withLimits(options, limits()));

    @AfterEach
    void stop() {
        bench.awaitNothingLeft();
        bench.close();
    }

    private static SipOptions.Limits limits() {
        return new SipOptions.Limits(100, 1_000, 1_000, LONGEST, Duration.ofMinutes(5), MESSAGE_TIME,
                new SipOptions.Sources(500, CONNECTIONS));
    }

    private Socket connect(String from) throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), bench.port()));
        socket.setSoTimeout((int) TestPhone.PATIENCE.toMillis());
        return socket;
    }

    private static String options(Socket socket, String lines, String body) {
        return "OPTIONS sip:127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/TCP 127.0.0.1:" + socket.getLocalPort() + ";branch="
                + TestPhone.newBranch()
                + "\r\nMax-Forwards: 70\r\nFrom: <sip:eve@x.example>;tag=1\r\nTo: <sip:127.0.0.1>\r\nCall-ID: "
                + TestPhone.newName() + "\r\nCSeq: 1 OPTIONS\r\n" + lines + "\r\n" + body;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** What comes until the end of the connection, or until nothing more comes for the patience. */
    private static String rest(Socket socket) throws IOException {
        StringBuilder text = new StringBuilder();
        try {
            for (int next = socket.getInputStream().read(); next >= 0; next = socket.getInputStream().read()) {
                text.append((char) next);
            }
            return text + "closed";
        } catch (SocketTimeoutException open) {
            return text.toString();
        } catch (SocketException reset) {
            return text + "closed";
        }
    }

    private void goodConnectionIsAnswered() throws IOException {
        try (Socket good = connect("127.0.0.1")) {
            write(good, options(good, "Content-Length: 0\r\n", ""));
            byte[] start = good.getInputStream().readNBytes(11);
            assertThat(new String(start, StandardCharsets.US_ASCII)).isEqualTo("SIP/2.0 200");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x\r\n", "X-Long: x\r\n", "OPTIONS sip:127.0.0.1 SIP/2.0\r\n"})
    void closesAnEndlessMessage(String part) throws IOException {
        try (Socket hostile = connect(HOSTILE)) {
            endless(hostile, "OPTIONS sip:127.0.0.1 SIP/2.0\r\n", part);

            assertThat(rest(hostile)).endsWith("closed");
        }
        goodConnectionIsAnswered();
    }

    private static void endless(Socket socket, String start, String part) throws IOException {
        OutputStream out = socket.getOutputStream();
        try {
            out.write(start.getBytes(StandardCharsets.US_ASCII));
            byte[] bytes = part.repeat(1 + 1_000 / part.length()).getBytes(StandardCharsets.US_ASCII);
            for (int sent = 0; sent < FOREVER; sent += bytes.length) {
                out.write(bytes);
            }
        } catch (SocketException closedMeanwhile) {
            assertThat(closedMeanwhile).hasMessageMatching(".*(reset|pipe|closed).*");
        }
    }

    @Test
    void closesALineThatNeverEnds() throws IOException {
        try (Socket hostile = connect(HOSTILE)) {
            endless(hostile, "", "x");

            assertThat(rest(hostile)).endsWith("closed");
        }
        goodConnectionIsAnswered();
    }

    @Test
    void closesOrRefusesATooLongBody() throws IOException {
        try (Socket hostile = connect(HOSTILE)) {
            endless(hostile, options(hostile, "Content-Length: " + FOREVER + "\r\n", ""), "x");

            assertThat(rest(hostile)).endsWith("closed");
        }
        goodConnectionIsAnswered();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "OPT", "OPTIONS sip:127.0.0.1 SIP/2.0\r\n",
        "OPTIONS sip:127.0.0.1 SIP/2.0\r\nVia: x\r\nFrom"})
    void closesAConnectionThatStopsInTheMiddle(String start) throws IOException {
        try (Socket hostile = connect(HOSTILE)) {
            write(hostile, start);

            assertThat(rest(hostile)).endsWith("closed");
        }
        goodConnectionIsAnswered();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "OPTIONS sip:127.0.0.1 SIP/2.0\r\nX: "})
    void closesAConnectionThatTrickles(String start) throws Exception {
        try (Socket hostile = connect(HOSTILE);
                ScheduledExecutorService pace = Executors.newScheduledThreadPool(1,
                        Thread.ofPlatform().daemon().factory())) {
            write(hostile, start);
            OutputStream out = hostile.getOutputStream();
            var trickle = pace.scheduleAtFixedRate(() -> {
                try {
                    out.write('x');
                } catch (IOException closed) {
                    throw new UncheckedIOException(closed);
                }
            }, 0, MESSAGE_TIME.toMillis() / 4, TimeUnit.MILLISECONDS);

            assertThat(rest(hostile)).endsWith("closed");
            trickle.cancel(false);
        }
        goodConnectionIsAnswered();
    }

    @Test
    void closesAConnectionWhoseBodyNeverComes() throws IOException {
        try (Socket hostile = connect(HOSTILE)) {
            write(hostile, options(hostile, "Content-Length: 100\r\n", "v=0"));

            assertThat(rest(hostile)).endsWith("closed");
        }
        goodConnectionIsAnswered();
    }

    @Test
    void boundsTheConnectionsOfASource() throws IOException {
        List<Socket> held = new ArrayList<>();
        try {
            int most = CONNECTIONS * SourceGate.LOOPBACK_FACTOR;
            for (int i = 0; i < most; i++) {
                Socket socket = connect(HOSTILE);
                held.add(socket);
                write(socket, options(socket, "Content-Length: 0\r\n", ""));
                assertThat(socket.getInputStream().read()).isEqualTo('S');
            }
            try (Socket more = connect(HOSTILE)) {
                assertThat(rest(more)).isEqualTo("closed");
            }
            goodConnectionIsAnswered();
        } finally {
            for (Socket socket : held) {
                socket.close();
            }
        }
    }
}
