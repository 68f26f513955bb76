package org.jackfield.app.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * An independent SIP phone (baresip): registers with digest, answers by itself or when it is told, plays a WAV file to its peer
 * and writes what it hears to another. Driven over its control port. Ends only the process that it started.
 */
final class BaresipPhone implements AutoCloseable {

    /** Who registers where, and what the phone plays. */
    record Account(String user, String password, int registrarPort, Path plays) {}

    private final Process process;
    private final Path folder;
    private final int controlPort;

    private BaresipPhone(Process process, Path folder, int controlPort) {
        this.process = process;
        this.folder = folder;
        this.controlPort = controlPort;
    }

    /** A phone that answers by itself. */
    static BaresipPhone start(Path folder, Account account) {
        return start(folder, account, "auto");
    }

    /** A phone that rings until {@link #answer}. */
    static BaresipPhone startRinging(Path folder, Account account) {
        return start(folder, account, "manual");
    }

    private static BaresipPhone start(Path folder, Account account, String answers) {
        try {
            Files.createDirectories(folder);
            int controlPort = freePort();
            Files.writeString(folder.resolve("config"), config(folder, account, controlPort));
            Files.writeString(folder.resolve("accounts"),
                    "<sip:%s@127.0.0.1:%d;transport=udp>;auth_user=%s;auth_pass=%s;answermode=%s;regint=600\n"
                            .formatted(account.user(), account.registrarPort(), account.user(), account.password(),
                                    answers));
            Files.writeString(folder.resolve("contacts"), "");
            Process process = new ProcessBuilder("stdbuf", "-oL", "baresip", "-f", folder.toString(), "-v")
                    .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            return new BaresipPhone(process, folder, controlPort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String config(Path folder, Account account, int controlPort) throws IOException {
        return """
                poll_method epoll
                sip_listen 127.0.0.1:%d
                call_max_calls 4
                audio_player aufile,%s/played.wav
                audio_source aufile,%s
                audio_alert aufile,/dev/null
                ausrc_srate 8000
                auplay_srate 8000
                ausrc_channels 1
                auplay_channels 1
                audio_level no
                rtp_ports 31000-31500
                rtcp_mux no
                jitter_buffer_delay 1-5
                rtp_stats no
                module_path /usr/lib/baresip/modules
                module g711.so
                module aufile.so
                module sndfile.so
                module_tmp uuid.so
                module_tmp account.so
                module_app auloop.so
                module_app menu.so
                module_app ctrl_tcp.so
                ctrl_tcp_listen 127.0.0.1:%d
                snd_path %s
                """.formatted(freePort(), folder, account.plays(), controlPort, folder);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Everything that the phone wrote to its log so far. */
    String log() {
        try {
            return Files.readString(folder.resolve("log"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isRegistered() {
        return log().contains("200 OK");
    }

    boolean isTalking() {
        return log().contains("Call established");
    }

    /** Whether more calls came in than ended. */
    boolean hasACall() {
        return count("Incoming call from") > count("session closed");
    }

    /** How many calls rang here so far. */
    int rings() {
        return count("Incoming call from");
    }

    private int count(String text) {
        return log().split(text, -1).length - 1;
    }

    /** Picks up. */
    void answer() {
        command("{\"command\":\"accept\",\"params\":\"\"}");
    }

    /** Ends the call that is up. */
    void hangUp() {
        command("{\"command\":\"hangup\",\"params\":\"\"}");
    }

    /** Netstrings carry the commands: length, colon, text, comma. */
    private void command(String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), controlPort)) {
            socket.setSoTimeout(3_000);
            socket.getOutputStream().write((body.length + ":" + text + ",").getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            if (socket.getInputStream().read() < 0) {
                throw new IllegalStateException("the phone did not answer: " + text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The WAV of what the phone heard in its newest call. */
    Path heard() {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-dec.wav"))
                    .max(Path::compareTo)
                    .orElseThrow(() -> new AssertionError("the phone heard nothing; its log:\n" + log()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
