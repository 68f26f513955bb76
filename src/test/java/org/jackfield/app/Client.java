package org.jackfield.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jackfield.app.api.Contract;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An account's requests to a running product. Every answer is checked against the OpenAPI document. */
public final class Client {

    /** An answer. */
    public record Answer(int status, String text, HttpResponse<String> response) {

        public JsonNode json() {
            return JsonMapper.shared().readTree(text);
        }

        public String field(String name) {
            return json().path(name).asString();
        }

        public Answer expect(int wanted) {
            assertThat(status).as("%s %s: %s", response.request().method(), response.uri(), text).isEqualTo(wanted);
            return this;
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String url;
    private final String sid;
    private final String token;
    private final Optional<String> accessToken;
    private final Consumer<HttpResponse<String>> witness;
    private final Contract contract = new Contract();

    public Client(String url, String sid, String token) {
        this(url, sid, token, answer -> {});
    }

    /** Every answer is shown to the witness too, also those to clients that are made from this one. */
    Client(String url, String sid, String token, Consumer<HttpResponse<String>> witness) {
        this(url, sid, token, Optional.empty(), witness);
    }

    private Client(String url, String sid, String token, Optional<String> accessToken,
            Consumer<HttpResponse<String>> witness) {
        this.url = url;
        this.sid = sid;
        this.token = token;
        this.accessToken = accessToken;
        this.witness = witness;
    }

    /** The bare path of a resource of the account. */
    public String account(String rest) {
        return "/2010-04-01/Accounts/" + sid + rest;
    }

    public String sid() {
        return sid;
    }

    public Client as(String user, String password) {
        return new Client(url, user, password, witness);
    }

    /** Somebody who has an access token and nothing else. */
    Client withAccessToken(String jwt) {
        return new Client(url, sid, token, Optional.of(jwt), witness);
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** A form: names and values in turn. */
    public Answer post(String path, String... form) {
        String body = IntStream.range(0, form.length / 2)
                .mapToObj(i -> encoded(form[2 * i]) + "=" + encoded(form[2 * i + 1]))
                .collect(Collectors.joining("&"));
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    public Answer put(String path) {
        return send(request(path).PUT(BodyPublishers.noBody()));
    }

    public Answer postJson(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    public Answer postXml(String path, String xml) {
        return send(request(path).header("Content-Type", "application/xml").POST(BodyPublishers.ofString(xml)));
    }

    public HttpRequest.Builder request(String path) {
        String basic = "Basic "
                + Base64.getEncoder().encodeToString((sid + ":" + token).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : url + path))
                .timeout(PATIENCE)
                .header("Authorization", accessToken.map(jwt -> "Bearer " + jwt).orElse(basic));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            contract.check(response);
            witness.accept(response);
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public HttpClient http() {
        return http;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
