package org.jackfield.app.e2e;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The account's events as they are published, read from the public stream. Without a key from now on, with one from the
 * key's first event on.
 */
final class EventFeed implements AutoCloseable {

    /** One event of the stream. */
    record Seen(String id, String key, long seq, long position, String type, Instant time, JsonNode data) {

        String text(String name) {
            return data.path(name).asString("");
        }

        boolean is(String wantedType, String name, String value) {
            return type.equals(wantedType) && text(name).equals(value);
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();

    private EventFeed() {}

    static EventFeed open(Api api) {
        return open(api, "/jackfield/v1/events");
    }

    static EventFeed ofKey(Api api, String key) {
        return open(api, "/jackfield/v1/events?key=" + key);
    }

    private static EventFeed open(Api api, String path) {
        EventFeed feed = new EventFeed();
        try {
            HttpResponse<Stream<String>> response = feed.client.send(api.stream(path), BodyHandlers.ofLines());
            if (response.statusCode() != 200) {
                throw new AssertionError(path + " answered " + response.statusCode());
            }
            Thread.ofVirtual().start(() -> feed.read(response.body()));
            return feed;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void read(Stream<String> lines) {
        try (lines) {
            lines.filter(line -> line.startsWith("data: ")).forEach(line -> {
                JsonNode event = JsonMapper.shared().readTree(line.substring("data: ".length()));
                seen.add(new Seen(event.path("id").asString(""), event.path("key").asString(""),
                        event.path("seq").asLong(), event.path("position").asLong(), event.path("type").asString(""),
                        Instant.parse(event.path("time").asString()), event.path("data")));
            });
        } catch (RuntimeException closed) {
            client.shutdownNow();
        }
    }

    /** What came so far, in stream order. */
    List<Seen> seen() {
        return List.copyOf(seen);
    }

    List<Seen> of(String key) {
        return seen.stream().filter(event -> event.key().equals(key)).toList();
    }

    /** The first event of that kind, however long ago it came. */
    Seen await(String what, Predicate<Seen> kind) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> seen.stream().anyMatch(kind));
        return seen.stream().filter(kind).findFirst().orElseThrow();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
