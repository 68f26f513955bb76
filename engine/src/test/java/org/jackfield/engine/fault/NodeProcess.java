package org.jackfield.engine.fault;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.jackfield.engine.store.DatabaseAccess;

/** A {@link SlimNode} in a process of its own. Thread-safe. */
final class NodeProcess implements AutoCloseable {

    private static final long ANSWER_SECONDS = 20;

    private final String name;
    private final Process process;
    private final BufferedWriter in;
    private final AtomicLong tags = new AtomicLong();
    private final Map<String, CompletableFuture<String>> asked = new ConcurrentHashMap<>();
    private final CompletableFuture<String> ready = new CompletableFuture<>();

    /** How a node is started. {@code before} stands in front of the command: the network that it runs in, or nothing. */
    record Start(String name, Path folder, List<String> before, Map<String, String> settings) {

        static Start of(String name, Path folder, DatabaseAccess database, List<String> members, int port) {
            return new Start(name, folder, List.of(),
                    Map.of("jackfield.node.name", name, "jackfield.data-dir", folder.resolve(name).toString(),
                            "jackfield.database.url", database.url(), "jackfield.database.user", database.user(),
                            "jackfield.database.password", database.password(), "jackfield.cluster.members",
                            String.join(",", members), "jackfield.cluster.port", Integer.toString(port),
                            "jackfield.work.reservation-timeout", "20s", "jackfield.work.decline-pause", "1s"));
        }
    }

    /** @param onNews hears what the node tells without being asked: its name and the words */
    NodeProcess(Start start, BiConsumer<String, String[]> onNews) {
        this.name = start.name();
        try {
            process = new ProcessBuilder(command(start))
                    .redirectError(ProcessBuilder.Redirect.appendTo(start.folder().resolve(name + ".log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.in = process.outputWriter(StandardCharsets.UTF_8);
        Thread.ofVirtual().name("ear-of-" + name).start(() -> listen(onNews));
    }

    /** Ports that nobody listens on now, for nodes that must know each other's before they start. */
    static List<Integer> freePorts(int count) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket socket : sockets) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Start start) {
        List<String> command = new ArrayList<>(start.before());
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx192m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dspring.main.banner-mode=off",
                "-Dlogging.level.root=warn", "-Dlogging.level.org.jackfield=info"));
        start.settings().forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"),
                SlimNode.class.getName()));
        return command;
    }

    String name() {
        return name;
    }

    long pid() {
        return process.pid();
    }

    /** Waits until it works; its whole name. */
    String awaitReady() {
        try {
            return ready.get(5, TimeUnit.MINUTES);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("node " + name + " does not start", e);
        }
    }

    boolean isReady() {
        return process.isAlive() && ready.isDone() && !ready.isCompletedExceptionally();
    }

    /** The words of the answer; nothing when it died before, or does not answer: then it may have done what it was asked. */
    Optional<String[]> ask(String command, String id) {
        String tag = "t" + tags.incrementAndGet();
        CompletableFuture<String> answer = new CompletableFuture<>();
        asked.put(tag, answer);
        try {
            write(tag + " " + command + " " + id + "\n");
            return Optional.of(answer.get(ANSWER_SECONDS, TimeUnit.SECONDS).split(" ", -1));
        } catch (IOException | ExecutionException | TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            asked.remove(tag);
        }
    }

    private synchronized void write(String line) throws IOException {
        in.write(line);
        in.flush();
    }

    private void listen(BiConsumer<String, String[]> onNews) {
        try {
            process.inputReader(StandardCharsets.UTF_8).lines().forEach(line -> hear(line, onNews));
        } catch (UncheckedIOException e) {
            ready.completeExceptionally(e);
        } finally {
            ready.completeExceptionally(new IOException("node " + name + " ended"));
            asked.values().forEach(answer -> answer.completeExceptionally(new IOException("node " + name + " died")));
        }
    }

    private void hear(String line, BiConsumer<String, String[]> onNews) {
        String[] words = line.split(" ", 2);
        CompletableFuture<String> answer = asked.get(words[0]);
        if (answer != null) {
            answer.complete(words[1]);
        } else if (words[0].equals("ready")) {
            ready.complete(words[1]);
        } else {
            onNews.accept(name, line.split(" ", -1));
        }
    }

    /** SIGKILL. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        await();
    }

    /** SIGSTOP. */
    void pause() {
        signal("-STOP");
    }

    /** SIGCONT. */
    void wake() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await() {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
