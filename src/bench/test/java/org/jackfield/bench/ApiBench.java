package org.jackfield.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jackfield.app.e2e.Api;
import org.jackfield.app.e2e.RunningProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests a second of the HTTP API, each with its sign-in, beside the JDK's own HTTP server that answers a fixed text. */
class ApiBench {

    private static final int SECONDS = Integer.getInteger("jackfield.bench.seconds", 10);
    private static final int CLIENTS = Integer.getInteger("jackfield.bench.clients", 16);
    private static final int WORKERS = 50;

    @TempDir
    private Path folder = Path.of("target");

    /** How often the request was answered, how fast, and the server's processor time. */
    private record Result(int answered, double seconds, Lateness times, double cpuSeconds) {

        double rate() {
            return answered / seconds;
        }
    }

    private final AtomicInteger number = new AtomicInteger();
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    @Test
    void printsRequestsASecond() throws IOException, InterruptedException, ExecutionException {
        Report.begin("HTTP API, requests a second",
                Map.of("clients", CLIENTS + ", each one request at a time, in a JVM of its own beside the product's",
                        "each", SECONDS + " s after " + SECONDS / 2 + " s", "lists",
                        WORKERS + " workers on a page of 50"));
        double reference = reference();
        try (Measured measured = Measured.start(folder.resolve("data"), Map.of())) {
            RunningProduct product = measured.product();
            Api api = product.api();
            String workspace = api.post("/v1/Workspaces", "FriendlyName", "bench").get("sid").asString();
            String workers = "/v1/Workspaces/" + workspace + "/Workers";
            String worker = "";
            for (int i = 0; i < WORKERS; i++) {
                worker = api.post(workers, "FriendlyName", "worker" + i).get("sid").asString();
            }
            String one = workers + "/" + worker;
            print(reference, "read the account", run(measured, () -> product.request(api.accountPath(".json")).GET()));
            print(reference, "read a worker", run(measured, () -> product.request(one).GET()));
            print(reference, "list workers", run(measured, () -> product.request(workers).GET()));
            print(reference, "list calls (none)",
                    run(measured, () -> product.request(api.accountPath("/Calls.json")).GET()));
            print(reference, "create a worker", run(measured, () -> product.request(workers)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("FriendlyName=w" + number.incrementAndGet()))));
        }
    }

    private static void print(double reference, String name, Result result) {
        Report.line(
                "  %-20s %8.0f /s  %.3f of the plain server  p50 %6.2f  p99 %7.2f ms  server %5.2f ms of processor each"
                        .formatted(name, result.rate(), result.rate() / reference, result.times().percentile(0.5),
                                result.times().percentile(0.99), 1_000 * result.cpuSeconds() / result.answered()));
    }

    private double reference() throws IOException, InterruptedException, ExecutionException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        byte[] text = "{\"status\":\"active\"}".repeat(50).getBytes(StandardCharsets.UTF_8);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            server.setExecutor(threads);
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, text.length);
                exchange.getResponseBody().write(text);
                exchange.close();
            });
            server.start();
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            Source source = () -> HttpRequest.newBuilder(address).GET();
            load(source, SECONDS / 2);
            Result result = load(source, SECONDS);
            server.stop(0);
            Report.line("  %-20s %8.0f /s  p50 %6.2f  p99 %7.2f ms (in the clients' JVM)".formatted("plain server",
                    result.rate(),
                    result.times().percentile(0.5), result.times().percentile(0.99)));
            return result.rate();
        }
    }

    @FunctionalInterface
    private interface Source {
        HttpRequest.Builder next();
    }

    private Result run(Measured measured, Source source) throws InterruptedException, ExecutionException {
        load(source, SECONDS / 2);
        double before = Cpu.ofProcess(measured.product().pid());
        Result result = load(source, SECONDS);
        return new Result(result.answered(), result.seconds(), result.times(),
                Cpu.ofProcess(measured.product().pid()) - before);
    }

    private Result load(Source source, int seconds) throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        List<Future<Lateness>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) {
                all.add(threads.submit(() -> ask(source, begin + 1_000_000_000L * seconds)));
            }
        }
        double taken = (System.nanoTime() - begin) / 1e9;
        Lateness times = new Lateness();
        for (Future<Lateness> one : all) {
            times.addAll(one.get());
        }
        return new Result(times.count(), taken, times, 0);
    }

    private Lateness ask(Source source, long until) throws IOException, InterruptedException {
        Lateness times = new Lateness();
        while (System.nanoTime() < until) {
            HttpRequest request = source.next().timeout(Duration.ofSeconds(30)).build();
            long begin = System.nanoTime();
            var response = client.send(request, BodyHandlers.ofString());
            times.add(System.nanoTime() - begin);
            assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
        }
        return times;
    }
}
