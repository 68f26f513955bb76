package org.jackfield.app.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jackfield.app.Product;
import org.jackfield.engine.docs.GeneratedDocs;
import org.jackfield.engine.peer.Peers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an application does with the official Node SDK: the adapter's story, run by Node from the pinned lock file. */
class NodeSdkIT {

    private static final String SID = "AC" + "1".repeat(32);
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final int PATIENCE_SECONDS = 300;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void tellsTheWholeStory() throws Exception {
        Path npm = Peers.require("npm");
        Path node = Peers.require("node");
        Path adapter = adapter();
        run(Map.of(), "", List.of(npm.toString(), "ci", "--no-audit", "--no-fund"), adapter);

        JsonNode seen;
        String url;
        try (Product product = Product.start(folder.resolve("data"),
                Map.of("JACKFIELD_ACCOUNT_SID", SID, "JACKFIELD_AUTH_TOKEN", TOKEN))) {
            url = product.ready().url();
            seen = JsonMapper.shared()
                    .readTree(run(Map.of("JACKFIELD_URL", url, "JACKFIELD_ACCOUNT_SID", SID, "JACKFIELD_AUTH_TOKEN",
                            TOKEN), TakeMessage.model(), List.of(node.toString(), "story.js"), adapter));
        }

        assertThat(seen.path("voiceUrl").asString()).isEqualTo("flow:take-message");
        assertThat(seen.path("call").toString())
                .isEqualTo("{\"status\":\"completed\",\"direction\":\"outbound-api\",\"startTime\":true}");
        assertThat(seen.path("legs").asInt()).isEqualTo(2);
        assertThat(seen.path("sound").toString()).isEqualTo("{\"type\":\"audio/wav\",\"header\":\"RIFF\"}");
        assertThat(seen.path("recordingsLeft").asInt()).isEqualTo(1);
        assertThat(seen.at("/workspaces/seen")).isEqualTo(seen.path("worlds"));
        assertThat(seen.at("/workspaces/before")).hasSize(2);
        assertThat(seen.at("/keys/seen")).hasSize(6);
        assertThat(seen.at("/keys/before")).hasSize(2);
        refused(seen, "gone", 404, 20404, url);
        refused(seen, "parameter", 400, 20001, url);
        refused(seen, "login", 401, 20003, url);
        refused(seen, "taken", 409, 21422, url);
    }

    private static void refused(JsonNode seen, String what, int status, int code, String url) {
        JsonNode refusal = seen.at("/refusals/" + what);
        assertThat(refusal.path("status").asInt()).as(what).isEqualTo(status);
        assertThat(refusal.path("code").asInt()).as(what).isEqualTo(code);
        assertThat(refusal.path("moreInfo").asString()).as(what).startsWith(url);
    }

    /** A copy, so that the test leaves nothing in the project. */
    private Path adapter() throws IOException {
        Path copy = Files.createDirectory(folder.resolve("adapter"));
        for (String name : List.of("package.json", "package-lock.json", "jackfield.js", "story.js")) {
            Files.copy(GeneratedDocs.root().resolve("adapters/node").resolve(name), copy.resolve(name));
        }
        return copy;
    }

    private String run(Map<String, String> environment, String input, List<String> command, Path where)
            throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path errors = folder.resolve("errors.txt");
        Path in = Files.writeString(folder.resolve("in.txt"), input);
        ProcessBuilder builder = new ProcessBuilder(command).directory(where.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            boolean over = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            String text = Files.readString(errors, StandardCharsets.UTF_8);
            assertThat(over).as("%s ended: %s", command, text).isTrue();
            assertThat(process.exitValue()).as("%s: %s", command, text).isZero();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}
