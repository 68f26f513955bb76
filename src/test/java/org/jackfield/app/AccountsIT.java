package org.jackfield.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Sub-accounts, keys, the three ways to name a resource and pages in both directions on the packaged product. */
class AccountsIT {

    private static final String SID = "AC" + "1".repeat(32);
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @TempDir
    private static Path data = Path.of("");
    private static Product product;
    private static Client main;

    @BeforeAll
    static void start() {
        product = Product.start(data, Map.of("JACKFIELD_ACCOUNT_SID", SID, "JACKFIELD_AUTH_TOKEN", TOKEN));
        main = new Client(product.ready().url(), SID, TOKEN);
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void makesSubAccountThatWorksOnItsOwnAndThatItsOwnerActsFor() {
        Client sub = subAccount("Branch");

        sub.post(sub.account("/IncomingPhoneNumbers.json"), "PhoneNumber", "+14155550100").expect(201);
        JsonNode seen = main.get(sub.account("/IncomingPhoneNumbers.json")).expect(200).json();

        assertThat(seen.at("/incoming_phone_numbers/0/account_sid").asString()).isEqualTo(sub.sid());
        assertThat(main.get(main.account("/IncomingPhoneNumbers.json")).expect(200).text())
                .doesNotContain("+14155550100");
        assertThat(main.get("/2010-04-01/Accounts.json?FriendlyName=Branch").expect(200).json().path("accounts"))
                .singleElement()
                .satisfies(account -> {
                    assertThat(account.path("owner_account_sid").asString()).isEqualTo(SID);
                    assertThat(account.path("auth_token").isNull()).isTrue();
                });
        sub.get(main.account(".json")).expect(404);
        sub.post("/2010-04-01/Accounts.json", "FriendlyName", "grandchild").expect(403);
    }

    @Test
    void refusesSuspendedAccountAtApiAndSipUntilItIsActiveAgain() {
        Client sub = subAccount("Late payer");
        String uri = sub.account(".json");
        String number = sub.post(sub.account("/IncomingPhoneNumbers.json"), "AreaCode", "503", "VoiceUrl", "flow:hello")
                .expect(201)
                .field("phone_number");
        SipProbe phone = new SipProbe(product.ready());

        main.post(uri, "Status", "suspended").expect(200);

        assertThat(sub.get(uri).expect(403).json().path("code").asInt()).isEqualTo(20005);
        assertThat(main.post(sub.account("/IncomingPhoneNumbers.json"), "AreaCode", "503")
                .expect(403)
                .json()
                .path("code")
                .asInt()).isEqualTo(20005);
        main.get(sub.account("/Calls.json")).expect(200);
        assertThat(phone.invite(number)).isBetween(400, 699);
        main.post(uri, "Status", "active").expect(200);
        sub.get(uri).expect(200);
        main.post(uri, "Status", "closed").expect(200);
        sub.get(uri).expect(401);
        main.post(uri, "Status", "active").expect(409);
        main.post(uri, "Status", "asleep").expect(400);
        main.post(main.account(".json"), "Status", "closed").expect(403);
    }

    @Test
    void signsInWithKeyUntilItIsDeleted() {
        JsonNode made = main.post(main.account("/Keys.json"), "FriendlyName", "ci").expect(201).json();
        String uri = main.account("/Keys/" + made.path("sid").asString() + ".json");
        Client key = main.as(made.path("sid").asString(), made.path("secret").asString());

        assertThat(made.path("sid").asString()).startsWith("SK");
        key.get(main.account("/Calls.json")).expect(200);
        assertThat(main.get(uri).expect(200).json().has("secret")).isFalse();
        assertThat(main.post(uri, "FriendlyName", "cd").expect(200).field("friendly_name")).isEqualTo("cd");
        assertThat(main.get(main.account("/Keys.json")).expect(200).json().path("keys")).isNotEmpty();
        main.delete(uri).expect(204);
        key.get(main.account("/Calls.json")).expect(401);
        main.get(uri).expect(404);
    }

    @Test
    void answersUnderPrefixHostLabelAndBarePath() throws IOException {
        String path = "/2010-04-01/Accounts/" + SID + ".json";

        main.get("/api" + path).expect(200);
        main.get(path).expect(200);
        assertThat(answerAt("api.example.org", path)).startsWith("HTTP/1.1 200");
        assertThat(answerAt("taskrouter.example.org", "/v1/Workspaces")).startsWith("HTTP/1.1 200")
                .contains("\"url\":\"" + product.ready().url() + "/taskrouter/v1/Workspaces");
        assertThat(answerAt("notify.example.org", "/v1/Workspaces")).startsWith("HTTP/1.1 404");
        main.get("/v1/Workspaces").expect(200);
        main.get("/v1/Services").expect(404);
    }

    @Test
    void walksThroughPagesForthAndBackInBothStyles() {
        Client sub = subAccount("Pages");
        for (int i = 0; i < 5; i++) {
            sub.post(sub.account("/IncomingPhoneNumbers.json"), "AreaCode", "704").expect(201);
            sub.post("/v1/Workspaces", "FriendlyName", "page " + i).expect(201);
        }

        Walk numbers = walk(sub, sub.account("/IncomingPhoneNumbers.json?PageSize=2"), "incoming_phone_numbers",
                "/next_page_uri", "/previous_page_uri");
        Walk workspaces = walk(sub, "/v1/Workspaces?PageSize=2", "workspaces", "/meta/next_page_url",
                "/meta/previous_page_url");

        assertThat(numbers.forth()).hasSize(5).doesNotHaveDuplicates();
        assertThat(numbers.back()).isEqualTo(numbers.forth().reversed());
        assertThat(workspaces.forth()).hasSize(5).doesNotHaveDuplicates();
        assertThat(workspaces.back()).isEqualTo(workspaces.forth().reversed());
    }

    /** The whole answer to a request that names another host than the address it goes to. */
    private static String answerAt(String host, String path) throws IOException {
        URI address = URI.create(product.ready().url());
        String pair = Base64.getEncoder().encodeToString((SID + ":" + TOKEN).getBytes(StandardCharsets.UTF_8));
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Basic " + pair
                            + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The ids in the order in which they were met, to the end and back. */
    private record Walk(List<String> forth, List<String> back) {}

    private static Walk walk(Client client, String first, String key, String next, String previous) {
        List<String> forth = new ArrayList<>();
        List<String> back = new ArrayList<>();
        String address = first;
        String last = first;
        while (!address.isEmpty()) {
            JsonNode page = client.get(address).expect(200).json();
            page.path(key).forEach(entry -> forth.add(entry.path("sid").asString()));
            last = address;
            address = page.at(next).asString("");
        }
        while (!last.isEmpty()) {
            JsonNode page = client.get(last).expect(200).json();
            List<String> sids = page.path(key).valueStream().map(entry -> entry.path("sid").asString()).toList();
            back.addAll(sids.reversed());
            last = page.at(previous).asString("");
        }
        return new Walk(forth, back);
    }

    private static Client subAccount(String name) {
        JsonNode made = main.post("/2010-04-01/Accounts.json", "FriendlyName", name).expect(201).json();
        return main.as(made.path("sid").asString(), made.path("auth_token").asString());
    }
}
