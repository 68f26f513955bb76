package org.jackfield.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jackfield.app.e2e.RunningProduct;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Work items over the product's HTTP API: three requests an item, and one stream of events, on which the clients hear of
 * reservations.
 */
final class HttpItems implements Contender {

    private static final String DATA = "data: ";
    private static final long PATIENCE_SECONDS = 30;

    private final String name;
    private final HttpFloor floor;
    private final String model;
    private final Clients clients;
    private final RunningProduct product;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, CompletableFuture<String>> offers = new ConcurrentHashMap<>();

    /** @param model what each item runs, as {@code work-item} of the account */
    HttpItems(String name, HttpFloor floor, String model, Clients clients) {
        this.name = name;
        this.floor = floor;
        this.model = model;
        this.clients = clients;
        this.product = floor.product();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Turn run(Duration time) throws InterruptedException {
        product.api().postXml("/jackfield/v1/flows", model);
        try (Stream<String> events = follow()) {
            Thread ear = Thread.ofVirtual().start(() -> hear(events));
            Turn turn = clients.run(time, this::live);
            ear.interrupt();
            return turn;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            offers.clear();
        }
    }

    private Stream<String> follow() throws IOException, InterruptedException {
        HttpResponse<Stream<String>> response = http.send(
                product.request("/jackfield/v1/events?type=reservation.created").GET().build(), BodyHandlers.ofLines());
        if (response.statusCode() != 200) {
            throw new IOException("the stream of events answered " + response.statusCode());
        }
        return response.body();
    }

    private void hear(Stream<String> events) {
        try {
            events.filter(line -> line.startsWith(DATA)).forEach(line -> {
                JsonNode data = JsonMapper.shared().readTree(line.substring(DATA.length())).path("data");
                offerOf(data.path("workItem").asString()).complete(data.path("reservation").asString());
            });
        } catch (RuntimeException closed) {
            System.getLogger(HttpItems.class.getName())
                    .log(System.Logger.Level.DEBUG, "the stream of events ended", closed);
        }
    }

    private void live(int client) throws Exception {
        String item = post(floor.items(), "TaskQueueSid=" + floor.queue(client) + "&Attributes="
                + URLEncoder.encode("{\"language\":\"de\",\"topic\":\"invoice\"}", StandardCharsets.UTF_8)).path("sid")
                .asString();
        String reservation = offerOf(item).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        offers.remove(item);
        String path = floor.items() + "/" + item;
        post(path + "/Reservations/" + reservation, "ReservationStatus=accepted");
        post(path, "AssignmentStatus=completed");
    }

    private CompletableFuture<String> offerOf(String item) {
        return offers.computeIfAbsent(item, _ -> new CompletableFuture<>());
    }

    private JsonNode post(String path, String form) throws IOException, InterruptedException {
        HttpRequest request = product.request(path)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return JsonMapper.shared().readTree(response.body());
    }

    @Override
    public double cpuSeconds() {
        return Cpu.ofProcess(product.pid());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
