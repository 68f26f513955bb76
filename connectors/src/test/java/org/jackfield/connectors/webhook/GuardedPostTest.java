package org.jackfield.connectors.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Posting forms to addresses that tenants name. */
class GuardedPostTest {

    private final HttpServer web;
    private String received = "";
    private String signature = "";
    private int redirected;

    GuardedPostTest() throws IOException {
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void serve() {
        web.createContext("/form", exchange -> {
            received = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            signature = exchange.getRequestHeaders().getFirst("X-Test");
            byte[] answer = "{\"instruction\":\"accept\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        web.createContext("/nothing", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        web.createContext("/broken", exchange -> {
            exchange.sendResponseHeaders(500, 0);
            exchange.getResponseBody().write(new byte[100_000]);
            exchange.close();
        });
        web.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        web.createContext("/elsewhere", exchange -> {
            redirected++;
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        web.createContext("/large", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[100_000]);
            exchange.close();
        });
        web.start();
    }

    @AfterEach
    void stop() {
        web.stop(0);
    }

    @Test
    void sendsTheFormAndItsHeadersAndReadsTheAnswer() throws IOException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("Task Attributes", "{\"a\":\"b&c=d\"}");
        form.put("name", "Jörg");

        var reply = open().post(at("/form"), form, Map.of("X-Test", "signed"));

        assertThat(reply.isSuccess()).isTrue();
        assertThat(reply.body()).isEqualTo("{\"instruction\":\"accept\"}");
        assertThat(received).isEqualTo("Task+Attributes=%7B%22a%22%3A%22b%26c%3Dd%22%7D&name=J%C3%B6rg");
        assertThat(signature).isEqualTo("signed");
    }

    @Test
    void tellsTheStatusWhenThereIsNoBody() throws IOException {
        assertThat(open().post(at("/nothing"), Map.of(), Map.of())).isEqualTo(new GuardedPost.Reply(204, ""));
        assertThat(open().post(at("/broken"), Map.of(), Map.of())).isEqualTo(new GuardedPost.Reply(500, ""));
    }

    @Test
    void followsNoRedirect() throws IOException {
        var reply = open().post(at("/moved"), Map.of(), Map.of());

        assertThat(reply.isSuccess()).isFalse();
        assertThat(redirected).isZero();
    }

    @Test
    void failsWhenTheAnswerIsTooLarge() {
        assertThatThrownBy(() -> open().post(at("/large"), Map.of(), Map.of())).hasMessageContaining("larger than");
    }

    @Test
    void failsWhenNobodyAnswersInTime() throws IOException {
        try (var mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var address = URI.create("http://127.0.0.1:" + mute.getLocalPort() + "/");

            assertThatThrownBy(() -> post("127.0.0.1", Duration.ofMillis(200)).post(address, Map.of(), Map.of()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void refusesPrivateAddressesUnlessTheyAreAllowed() {
        assertThatThrownBy(() -> post("", Duration.ofSeconds(5)).post(at("/form"), Map.of(), Map.of()))
                .isInstanceOf(RefusedAddressException.class);
        assertThat(received).isEmpty();
    }

    private GuardedPost open() {
        return post("127.0.0.1", Duration.ofSeconds(5));
    }

    private static GuardedPost post(String allowed, Duration atMost) {
        List<AddressRange> ranges = AddressRange.parseAll(allowed);
        return new GuardedPost(new AddressGuard(ranges, InetAddress::getAllByName), new FetchOptions(65_536, atMost, 0),
                Clock.systemUTC());
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + web.getAddress().getPort() + path);
    }
}
