package org.jackfield.app.e2e;

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
import java.util.StringJoiner;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The public API over HTTP, as a client of ours would use it. */
public final class Api {

    /** An answer with its status and body. */
    public record Answer(int status, JsonNode body) {}

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ObjectMapper json = JsonMapper.shared();
    private final URI base;
    private final String account;
    private final String authorization;

    Api(URI base, String account, String token) {
        this.base = base;
        this.account = account;
        this.authorization = "Basic "
                + Base64.getEncoder().encodeToString((account + ":" + token).getBytes(StandardCharsets.UTF_8));
    }

    public String account() {
        return account;
    }

    /** A path below the account in the 2010 API. */
    public String accountPath(String path) {
        return "/2010-04-01/Accounts/" + account + path;
    }

    public JsonNode get(String path) {
        return ok(request(path).GET().build());
    }

    /** A form with its parameters as name, value, name, value, ... */
    public JsonNode post(String path, String... parameters) {
        return ok(form(path, parameters));
    }

    public Answer tryPost(String path, String... parameters) {
        return send(form(path, parameters));
    }

    public Answer tryGet(String path) {
        return send(request(path).GET().build());
    }

    public JsonNode postXml(String path, String xml) {
        return ok(request(path).header("Content-Type", "application/xml").POST(BodyPublishers.ofString(xml)).build());
    }

    /** A request for a stream, which has no end of its own. */
    HttpRequest stream(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", authorization).GET().build();
    }

    Answer tryDelete(String path) {
        return send(request(path).DELETE().build());
    }

    public byte[] download(String path) {
        HttpRequest request = request(path).GET().build();
        HttpResponse<byte[]> response = exchange(request, BodyHandlers.ofByteArray());
        require(response.statusCode() == 200, request, response.statusCode(), "");
        return response.body();
    }

    public String text(String path) {
        return new String(download(path), StandardCharsets.UTF_8);
    }

    /** The lines of a stream of events, from the last one that was seen. */
    Stream<String> stream(String path, String lastEventId) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", authorization)
                .header("Last-Event-ID", lastEventId)
                .build();
        HttpResponse<Stream<String>> response = exchange(request, BodyHandlers.ofLines());
        require(response.statusCode() == 200, request, response.statusCode(), "");
        return response.body();
    }

    private HttpRequest form(String path, String... parameters) {
        StringJoiner body = new StringJoiner("&");
        for (int i = 0; i < parameters.length; i += 2) {
            body.add(encode(parameters[i]) + "=" + encode(parameters[i + 1]));
        }
        return request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", authorization);
    }

    private JsonNode ok(HttpRequest request) {
        Answer answer = send(request);
        require(answer.status() / 100 == 2, request, answer.status(), answer.body().toString());
        return answer.body();
    }

    private Answer send(HttpRequest request) {
        HttpResponse<String> response = exchange(request, BodyHandlers.ofString());
        String body = response.body();
        return new Answer(response.statusCode(),
                body.isBlank() ? json.createObjectNode() : json.readTree(body));
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void require(boolean condition, HttpRequest request, int status, String body) {
        if (!condition) {
            throw new AssertionError(request.method() + " " + request.uri() + " answered " + status + ": " + body);
        }
    }
}
