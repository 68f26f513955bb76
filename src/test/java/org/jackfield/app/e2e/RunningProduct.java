package org.jackfield.app.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jackfield.app.Launcher;

/**
 * The packaged product as a child process on free ports of the loopback address, with its data in a folder of the test.
 * Ends only the process that it started.
 */
public final class RunningProduct implements AutoCloseable {

    private static final Pattern READY = Pattern
            .compile("Jackfield is ready: console (http://\\S+) sip:([0-9.]+):([0-9]+) \\(node (\\S+), ([0-9.]+) s\\)");
    private static final String ACCOUNT = "AC00000000000000000000000000000e2e";
    private static final String TOKEN = "a-token-for-the-end-to-end-tests-only";

    private final Process process;
    private final URI http;
    private final int sipPort;
    private final double secondsToReady;
    private final Path log;

    private RunningProduct(Process process, Matcher ready, Path log) {
        this.process = process;
        this.http = URI.create(ready.group(1));
        this.sipPort = Integer.parseInt(ready.group(3));
        this.secondsToReady = Double.parseDouble(ready.group(5));
        this.log = log;
    }

    /** Starts the product and waits for its ready line. */
    public static RunningProduct start(Path dataFolder, Map<String, String> settings) {
        try {
            Files.createDirectories(dataFolder);
            Path log = dataFolder.resolveSibling(dataFolder.getFileName() + ".log");
            Process process = launch(dataFolder, settings, log);
            return new RunningProduct(process, awaitReady(process, log), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process launch(Path dataFolder, Map<String, String> settings, Path log) throws IOException {
        ProcessBuilder builder = Launcher.process(dataFolder.toString(), List.of());
        Map<String, String> environment = builder.environment();
        environment.put("JACKFIELD_ACCOUNT_SID", ACCOUNT);
        environment.put("JACKFIELD_AUTH_TOKEN", TOKEN);
        environment.putAll(settings);
        return builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
    }

    private static Matcher awaitReady(Process process, Path log) throws IOException {
        CompletableFuture<Matcher> ready = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> readOutput(process, ready));
        try {
            return ready.get(240, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new IllegalStateException("the product did not start; its log:\n" + tail(log), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void readOutput(Process process, CompletableFuture<Matcher> ready) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher matcher = READY.matcher(line);
                if (matcher.matches()) {
                    ready.complete(matcher);
                }
            }
            ready.completeExceptionally(new IllegalStateException("standard output ended"));
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }

    public Api api() {
        return new Api(http, ACCOUNT, TOKEN);
    }

    String token() {
        return TOKEN;
    }

    /** A request with the first account's sign-in. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(http.resolve(path))
                .header("Authorization", "Basic " + Base64.getEncoder()
                        .encodeToString((ACCOUNT + ":" + TOKEN).getBytes(StandardCharsets.UTF_8)));
    }

    public URI http() {
        return http;
    }

    public int sipPort() {
        return sipPort;
    }

    public double secondsToReady() {
        return secondsToReady;
    }

    public long pid() {
        return process.pid();
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** The power cord: SIGKILL, nothing is flushed. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** SIGTERM, and the exit code. */
    public int stop() {
        process.destroy();
        return awaitExit();
    }

    private int awaitExit() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the product did not stop; its log:\n" + tail(log));
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The whole log so far. */
    List<String> log() {
        try {
            return Files.readAllLines(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last lines of the log, for a failing test's message. */
    public String logTail() {
        return tail(log);
    }

    private static String tail(Path log) {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 80), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }
}
