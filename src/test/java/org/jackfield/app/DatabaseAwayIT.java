package org.jackfield.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jackfield.app.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database server is killed under the running product. */
class DatabaseAwayIT {

    private static final String SID = "AC" + "1".repeat(32);
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final int MOST_REQUESTS = 300;

    @TempDir
    private Path data = Path.of("");

    @Test
    void refusesWith503UntilTheDatabaseIsBackAndLosesNothingAcknowledged() throws IOException {
        try (Product product = Product.start(data,
                Map.of("JACKFIELD_ACCOUNT_SID", SID, "JACKFIELD_AUTH_TOKEN", TOKEN))) {
            Client client = new Client(product.ready().url(), SID, TOKEN);
            String lists = client.account("/SIP/CredentialLists.json");
            List<String> created = new ArrayList<>();
            created.add(client.post(lists, "FriendlyName", "before").expect(201).field("sid"));

            killDatabase();
            List<Answer> refused = new ArrayList<>();
            for (int i = 0; i < MOST_REQUESTS && (refused.isEmpty() || created.size() < 2); i++) {
                Answer answer = client.post(lists, "FriendlyName", "during " + i);
                if (answer.status() == 201) {
                    created.add(answer.field("sid"));
                } else {
                    refused.add(answer.expect(503));
                }
            }

            assertThat(refused).isNotEmpty()
                    .allSatisfy(answer -> assertThat(
                            answer.response().headers().firstValue("Retry-After")).contains("1"));
            assertThat(client.get(lists + "?PageSize=1000")
                    .expect(200)
                    .json()
                    .path("credential_lists")
                    .valueStream()
                    .map(list -> list.path("sid").asString())).containsExactlyInAnyOrderElementsOf(created);
        }
    }

    private void killDatabase() throws IOException {
        try (var files = Files.walk(data.resolve("postgres"))) {
            Path file = files.filter(each -> each.endsWith("postmaster.pid")).findFirst().orElseThrow();
            long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
        }
    }
}
