package org.jackfield.app.console;

import java.io.IOException;
import java.io.InputStream;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jackfield.app.api.Contract;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at the console: his cookie, and the proof that a page of ours sends with changes. */
final class Visitor {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Contract contract = new Contract();
    private final String url;
    private String cookie = "";
    private String csrf = "";

    Visitor(String url) {
        this.url = url;
    }

    /** The visitor after signing in; fails when he is refused. */
    static Visitor signedIn(String url, String user, String password) {
        Visitor visitor = new Visitor(url);
        HttpResponse<String> answer = visitor.signIn(user, password);
        if (answer.statusCode() != 201) {
            throw new AssertionError("not signed in: " + answer.body());
        }
        return visitor;
    }

    HttpResponse<String> signIn(String user, String password) {
        HttpResponse<String> answer = send("POST", "/jackfield/v1/session", "user", user, "password", password);
        answer.headers().firstValue("Set-Cookie").ifPresent(value -> cookie = value.replaceFirst(";.*", ""));
        if (answer.statusCode() == 201) {
            csrf = json(answer).path("csrf").asString();
        }
        return answer;
    }

    String cookie() {
        return cookie;
    }

    /** A visitor who comes back with a cookie. */
    Visitor with(String earlier) {
        cookie = earlier;
        return this;
    }

    /** The same visitor in another window. */
    Visitor copy() {
        Visitor other = new Visitor(url).with(cookie);
        other.csrf = csrf;
        return other;
    }

    /** An answer that goes on. */
    InputStream stream(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).header("Cookie", cookie).build();
        return http.send(request, BodyHandlers.ofInputStream()).body();
    }

    /** The same cookie without the proof: what another site's page could send. */
    Visitor forged() {
        return new Visitor(url).with(cookie);
    }

    int get(String path) {
        return send("GET", path).statusCode();
    }

    int post(String path, String... form) {
        return send("POST", path, form).statusCode();
    }

    int delete(String path) {
        return send("DELETE", path).statusCode();
    }

    /** Sends a form of names and values in turn. */
    HttpResponse<String> send(String method, String path, String... form) {
        String body = IntStream.range(0, form.length / 2)
                .mapToObj(i -> encoded(form[2 * i]) + "=" + encoded(form[2 * i + 1]))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, form.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        if (!csrf.isEmpty()) {
            request.header("Jackfield-CSRF", csrf);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            contract.check(answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
