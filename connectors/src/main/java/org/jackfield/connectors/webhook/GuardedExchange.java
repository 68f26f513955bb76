package org.jackfield.connectors.webhook;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One request to an address that a tenant named. On plain sockets, because the usual clients resolve the host anew when they
 * connect: here the connection goes to the very address that the guard permitted. Certificates are checked against the host's
 * name. Thread-safe; blocks until the deadline at most.
 */
final class GuardedExchange {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final int MOST_PORT = 65_535;

    private final AddressGuard guard;
    private final Clock clock;

    GuardedExchange(AddressGuard guard, Clock clock) {
        this.guard = guard;
        this.clock = clock;
    }

    /** What is asked, in ASCII; names and values of headers are ours, never a tenant's. */
    record Request(String method, Map<String, String> headers, String body) {
        static final Request GET = new Request("GET", Map.of(), "");
    }

    /** Sends the request and reads the answer, whatever its status. */
    HttpAnswer send(URI address, Request request, Instant deadline, int mostBytes) throws IOException {
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        String host = address.getHost();
        if (host == null || address.getRawUserInfo() != null || address.getPort() > MOST_PORT
                || !(secure || "http".equalsIgnoreCase(address.getScheme()))) {
            throw new IOException("only http and https addresses with a host, a valid port and no user are asked");
        }
        int port = address.getPort() >= 0 ? address.getPort() : secure ? HTTPS_PORT : HTTP_PORT;
        try (var plain = connect(guard.permitted(host), port, deadline);
                var socket = secure ? secured(plain, host, port) : plain) {
            socket.getOutputStream().write(head(address, request));
            socket.getOutputStream().write(request.body().getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            var input = new BufferedInputStream(new DeadlineStream(socket, clock, deadline));
            return HttpAnswer.read(input, mostBytes);
        }
    }

    private Socket connect(InetAddress address, int port, Instant deadline) throws IOException {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(address, port), DeadlineStream.millisLeft(clock, deadline));
            socket.setSoTimeout(DeadlineStream.millisLeft(clock, deadline));
            return socket;
        } catch (IOException unreachable) {
            socket.close();
            throw unreachable;
        }
    }

    private static Socket secured(Socket plain, String host, int port) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var socket = (SSLSocket) factory.createSocket(plain, host, port, true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static byte[] head(URI address, Request request) {
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = Optional.ofNullable(address.getRawQuery()).map(text -> "?" + text).orElse("");
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        var head = new StringBuilder(request.method() + " " + path + query + " HTTP/1.1\r\nHost: "
                + address.getHost().toLowerCase(Locale.ROOT) + port
                + "\r\nUser-Agent: Jackfield\r\nAccept: */*\r\nAccept-Encoding: identity\r\nConnection: close\r\n");
        request.headers().forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Reads from a socket until the deadline, however slowly the bytes drip. */
    private static final class DeadlineStream extends InputStream {

        private final Socket socket;
        private final Clock clock;
        private final Instant deadline;

        DeadlineStream(Socket socket, Clock clock, Instant deadline) {
            this.socket = socket;
            this.clock = clock;
            this.deadline = deadline;
        }

        static int millisLeft(Clock clock, Instant deadline) throws IOException {
            long left = deadline.toEpochMilli() - clock.millis();
            if (left <= 0) {
                throw new IOException("it takes too long");
            }
            return (int) Math.min(left, Integer.MAX_VALUE);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            socket.setSoTimeout(millisLeft(clock, deadline));
            return socket.getInputStream().read(target, offset, length);
        }
    }
}
