package org.jackfield.connectors.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jackfield.engine.peer.Peers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SIPVicious, the tool that scanners on the Internet use, learns neither who exists nor a password. */
@Tag("slow")
class ScannerTest {

    private static final String HERE = "127.0.0.66";
    private static final List<String> THERE = List.of("alice", "bob");
    private static final List<String> NOT_THERE = List.of("mallory", "nobody", "100", "1000");
    private static final String PASSWORD = "secret-alice";

    private final SipBench bench = new SipBench();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        bench.awaitNothingLeft();
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"REGISTER", "INVITE", "OPTIONS"})
    void learnsNobodyWhenItTriesNames(String method) throws Exception {
        bench.refuseAll();
        Path names = lines(Stream.concat(NOT_THERE.stream(), THERE.stream()));

        String found = run("svwar", "--force", "-m", method, "-d", names.toString());

        List<String> verdicts = Stream.concat(THERE.stream(), NOT_THERE.stream())
                .map(name -> verdict(found, name))
                .toList();
        assertThat(verdicts).as(found).containsOnly(verdicts.getFirst());
    }

    @Test
    void findsThePasswordWhenItIsAmongTheFirst() throws Exception {
        assertThat(run("svcrack", "-u", "alice", "-d", lines(Stream.of("a", "b", PASSWORD)).toString()))
                .contains(PASSWORD);
    }

    @Test
    void findsNoPasswordWhenItGuesses() throws Exception {
        Stream<String> guesses = IntStream.range(0, 40).mapToObj(i -> "guess" + i);
        Path passwords = lines(Stream.concat(guesses, Stream.of(PASSWORD, "more", "and-more")));

        String found = run("svcrack", "-u", "alice", "-d", passwords.toString());

        assertThat(found).doesNotContain(PASSWORD);
    }

    @Test
    void learnsThatThereIsSip() throws Exception {
        assertThat(run("svmap", "-m", "OPTIONS")).contains("127.0.0.1:" + bench.port());
    }

    private Path lines(Stream<String> of) throws IOException {
        return Files.write(folder.resolve("words"), of.toList());
    }

    /** What a table of the tool says of a name; nothing when it is not in there. */
    private static String verdict(String table, String name) {
        return table.lines()
                .filter(line -> line.matches("\\W*" + name + "\\W.*"))
                .map(line -> line.replaceAll("\\W*" + name + "\\W+", "").strip())
                .findFirst()
                .orElse("");
    }

    private String run(String program, String... options) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        List<String> command = Stream.of(List.of(Peers.require(program).toString()), Arrays.asList(options),
                List.of("-b", HERE, "-x", HERE, "-p", Integer.toString(bench.port()), "127.0.0.1"))
                .flatMap(List::stream)
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            assertThat(process.waitFor(Duration.ofMinutes(2).toSeconds(), TimeUnit.SECONDS)).as("%s ends", command)
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(output);
    }
}
