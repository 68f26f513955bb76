package org.jackfield.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged product as a child process. Every port is a free one unless the test says otherwise. */
public final class Product implements AutoCloseable {

    /** Where a started product listens, from its ready line. */
    public record Ready(String line, String url, String sipHost, int sipPort) {}

    private static final Pattern READY = Pattern.compile(
            "Jackfield is ready: console (http://\\S+)/ sip:([0-9.]+):([0-9]+) \\(node \\S+, [0-9.]+ s\\)");
    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final CompletableFuture<String> firstLine;
    private final Path log;

    private Product(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.firstLine = CompletableFuture.supplyAsync(this::readLine, task -> Thread.ofVirtual().start(task));
    }

    /** Starts it on a data folder with further environment variables. */
    public static Product start(Path data, Map<String, String> environment, String... arguments) {
        try {
            Path log = Files.createTempFile("product", ".log");
            ProcessBuilder builder = Launcher.process(data.toString(), List.of(arguments));
            builder.environment().put("JACKFIELD_RTP_PORTS", "21000-21999");
            builder.environment().putAll(environment);
            return new Product(builder.redirectError(log.toFile()).start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the ready line. */
    public Ready ready() {
        String line = firstLine();
        Matcher matcher = READY.matcher(line);
        if (!matcher.matches()) {
            throw new AssertionError("not a ready line: '" + line + "'\n" + log());
        }
        return new Ready(line, matcher.group(1), matcher.group(2), Integer.parseInt(matcher.group(3)));
    }

    /** The first line on standard output, empty when there was none. */
    public String firstLine() {
        try {
            return firstLine.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception late) {
            throw new AssertionError("no line within " + PATIENCE_SECONDS + " s\n" + log(), late);
        }
    }

    /** Waits for the end of the process. */
    public int exitCode() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("still running\n" + log());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    /** SIGKILL. */
    public void kill() {
        process.destroyForcibly();
        exitCode();
    }

    public long pid() {
        return process.pid();
    }

    /** What it wrote to standard error. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        exitCode();
    }

    private String readLine() {
        try (BufferedReader out = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            return line == null ? "" : line;
        } catch (IOException gone) {
            return "";
        }
    }
}
