package org.jackfield.app.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs SIPp with a scenario of ours (test resources, folder {@code sipp}). Ends only the process that it started. */
public final class Sipp implements AutoCloseable {

    /** How a run ended: SIPp's exit code (0: every call as the scenario says) and its counts. */
    public record Result(int exitCode, int successful, int failed, String output) {}

    private static final Pattern SUCCESSFUL = Pattern.compile("Successful call\\s*\\|[^|]*\\|\\s*([0-9]+)");
    private static final Pattern FAILED = Pattern.compile("Failed call\\s*\\|[^|]*\\|\\s*([0-9]+)");

    private final Process process;
    private final Path output;

    private Sipp(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts SIPp in the folder, against the port, with further options such as {@code -s}, {@code -m}, {@code -key}. */
    public static Sipp start(Path folder, String scenario, int remotePort, String... options) {
        try {
            Files.createDirectories(folder);
            Path output = folder.resolve(scenario + ".out");
            List<String> command = new ArrayList<>(List.of("sipp", "127.0.0.1:" + remotePort, "-i", "127.0.0.1", "-mi",
                    "127.0.0.1", "-sf", resource(folder, scenario).toString(), "-nostdin", "-trace_err", "-error_file",
                    folder.resolve(scenario + ".err").toString()));
            command.addAll(List.of(options));
            Process process = new ProcessBuilder(command).directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new Sipp(process, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIPp reads files only, and the scenario may lie in a jar. */
    private static Path resource(Path folder, String scenario) throws IOException {
        Path file = folder.resolve(scenario + ".xml");
        try (InputStream text = Sipp.class.getResourceAsStream("/sipp/" + scenario + ".xml")) {
            Files.write(file, Objects.requireNonNull(text, scenario).readAllBytes());
        }
        return file;
    }

    /** A UDP port that is free now. */
    public static int freePort() {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** Begins no more calls; those that are up go on. */
    void beginNoMore() {
        try {
            new ProcessBuilder("kill", "-USR1", Long.toString(process.pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits for the end, at most so many seconds. */
    public Result await(long seconds) {
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        String text = text();
        return new Result(process.exitValue(), last(SUCCESSFUL, text), last(FAILED, text), text);
    }

    private String text() {
        try {
            return Files.readString(output, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int last(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        int value = 0;
        while (matcher.find()) {
            value = Integer.parseInt(matcher.group(1));
        }
        return value;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
