package org.jackfield.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.jwt.accesstoken.SyncGrant;
import com.twilio.jwt.accesstoken.VoiceGrant;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Clients, phones and workers as one presence, on the packaged product, with tokens of the official Java SDK. */
class PresenceIT {

    private static final String SID = "AC" + "1".repeat(32);
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String REGISTRATIONS = "/jackfield/v1/registrations";
    private static final String PRESENCE = "/jackfield/v1/presence";

    @TempDir
    private static Path data = Path.of("");
    private static Product product;
    private static Client main;
    private static Tenant tenant;
    private static Client client;
    private static Client.Answer key;

    @BeforeAll
    static void start() {
        product = Product.start(data, Map.of("JACKFIELD_ACCOUNT_SID", SID, "JACKFIELD_AUTH_TOKEN", TOKEN));
        main = new Client(product.ready().url(), SID, TOKEN);
        tenant = Tenant.empty(main, "presence").withPhone("ann").withWork();
        client = tenant.client();
        key = client.post(client.account("/Keys.json"), "FriendlyName", "tokens").expect(201);
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void isThereOnceItRegisteredWithAPermission() {
        client.get(PRESENCE + "/alice").expect(404);
        Client browser = holding(AccessTokens.of(client.sid(), key, "alice"));

        Client.Answer made = browser.post(REGISTRATIONS, "device", "browser", "ttl", "120").expect(201);

        JsonNode presence = client.get(PRESENCE + "/client:alice").expect(200).json();
        assertThat(presence.path("status").asString()).isEqualTo("available");
        assertThat(presence.path("reachable").asBoolean()).isTrue();
        assertThat(presence.at("/contacts/0/registration").asString()).isEqualTo(made.field("sid"));
        assertThat(presence.at("/contacts/0/address").asString()).isEqualTo("browser");
        assertThat(presence.path("work")).isEmpty();
        main.get(PRESENCE + "/alice").expect(404);

        browser.put(REGISTRATIONS + "/" + made.field("sid") + "/status?status=away").expect(200);
        assertThat(client.get(PRESENCE + "?status=away").expect(200).json().at("/presence/0/identity").asString())
                .isEqualTo("alice");
        assertThat(client.get(PRESENCE + "?kind=sip").expect(200).text()).doesNotContain("alice");
        assertThat(browser.post(REGISTRATIONS + "/" + made.field("sid"), "status", "busy").expect(200).field("status"))
                .isEqualTo("busy");
        browser.delete(REGISTRATIONS + "/" + made.field("sid")).expect(204);

        client.get(PRESENCE + "/alice").expect(404);
        browser.delete(REGISTRATIONS + "/" + made.field("sid")).expect(404);
    }

    @Test
    void refusesTokensWithTheCodesOfExistingServices() {
        Client.Answer foreign = main.post(main.account("/Keys.json"), "FriendlyName", "foreign").expect(201);
        String other = client.sid();

        refuses(401, 20101, "no token");
        refuses(401, 20103, AccessTokens.of(other, foreign, "mallory"));
        refuses(401, 20103, AccessTokens.of("AC" + "0".repeat(32), key, "mallory"));
        refuses(401, 20104, AccessTokens.builder(other, key)
                .identity("mallory")
                .ttl(-600)
                .grant(new VoiceGrant().setIncomingAllow(true))
                .build()
                .toJwt());
        refuses(401, 20105, AccessTokens.builder(other, key)
                .identity("mallory")
                .nbf(Date.from(Instant.now().plusSeconds(600)))
                .grant(new VoiceGrant().setIncomingAllow(true))
                .build()
                .toJwt());
        refuses(403, 20106, AccessTokens.builder(other, key).identity("mallory").build().toJwt());
        refuses(403, 20106,
                AccessTokens.builder(other, key).identity("mallory").grant(new SyncGrant()).build().toJwt());
        refuses(403, 20106, AccessTokens.builder(other, key)
                .identity("mallory")
                .grant(new VoiceGrant().setIncomingAllow(false))
                .build()
                .toJwt());
        refuses(401, 20107, AccessTokens.of(other, key, "mallory").replaceAll("[^.]{8}$", "AAAAAAAA"));
        client.get(PRESENCE + "/mallory").expect(404);
    }

    @Test
    void opensNothingButItsOwnRegistrations() {
        Client eve = holding(AccessTokens.of(client.sid(), key, "eve"));
        String bobs = holding(AccessTokens.of(client.sid(), key, "bob")).post(REGISTRATIONS).expect(201).field("sid");

        eve.get(PRESENCE).expect(401);
        eve.get(client.account(".json")).expect(401);
        eve.put(REGISTRATIONS + "/" + bobs + "/status?status=offline").expect(404);
        eve.post(REGISTRATIONS + "/" + bobs, "status", "offline").expect(404);
        eve.delete(REGISTRATIONS + "/" + bobs).expect(404);
        main.delete(REGISTRATIONS + "/" + bobs).expect(404);
        client.post(REGISTRATIONS).expect(403);
        client.post(REGISTRATIONS + "/" + bobs).expect(403);
        client.delete(REGISTRATIONS + "/" + bobs).expect(204);
    }

    @Test
    void endsWithTheKeyThatSignedItsToken() {
        Client.Answer own = client.post(client.account("/Keys.json"), "FriendlyName", "short").expect(201);
        Client carl = holding(AccessTokens.of(client.sid(), own, "carl"));
        carl.post("/client/v1/registrations", "status", "available").expect(201);
        client.get(PRESENCE + "/carl").expect(200);

        client.delete(client.account("/Keys/" + own.field("sid") + ".json")).expect(204);

        client.get(PRESENCE + "/carl").expect(404);
        assertThat(carl.post("/client/v1/registrations").expect(401).json().path("code").asInt()).isEqualTo(20103);
    }

    @Test
    void showsPhoneAndWorkerOfOneIdentity() {
        String ann = "sip:ann@" + tenant.domainName();
        assertThat(client.get(PRESENCE + "/" + ann).expect(200).json().path("reachable").asBoolean()).isFalse();

        assertThat(new SipProbe(product.ready()).register("ann", tenant.domainName(), "Correct-Horse-1"))
                .isEqualTo(200);

        JsonNode presence = client.get(PRESENCE + "/" + ann).expect(200).json();
        assertThat(presence.path("status").asString()).isEqualTo("available");
        assertThat(presence.at("/contacts/0/kind").asString()).isEqualTo("sip");
        assertThat(presence.at("/work/0/worker").asString()).isEqualTo(tenant.id("Workers"));
        assertThat(presence.at("/work/0/available").asBoolean()).isTrue();
        assertThat(presence.at("/work/0/media").findValuesAsString("medium")).contains("voice");
    }

    @Test
    void saysBesideAWaitingItemWhoseContactIsNotRegistered() {
        String activity = client.get(tenant.work("/Activities?FriendlyName=Offline"))
                .expect(200)
                .json()
                .at("/activities/0/sid")
                .asString();
        client.post(tenant.work("/Workers"), "FriendlyName", "Dora", "ActivitySid", activity, "Attributes",
                "{\"contact_uri\":\"client:dora\"}").expect(201);
        String item = client.post(tenant.work("/Tasks"), "WorkflowSid", tenant.id("Workflows"))
                .expect(201)
                .field("sid");

        assertThat(contactOfDora(item)).isEqualTo("not-registered");
        holding(AccessTokens.of(client.sid(), key, "dora")).post(REGISTRATIONS).expect(201);

        assertThat(contactOfDora(item)).isEqualTo("reachable");
    }

    @Test
    void publishesWhatChanged() throws IOException, InterruptedException {
        Client finn = holding(AccessTokens.of(client.sid(), key, "finn"));
        HttpResponse<InputStream> stream = client.http()
                .send(client.request("/jackfield/v1/events?key=presence:finn").GET().build(),
                        BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            String sid = finn.post(REGISTRATIONS).expect(201).field("sid");
            readUntil(lines, "\"status\":\"available\"");
            finn.put(REGISTRATIONS + "/" + sid + "/status?status=away").expect(200);
            readUntil(lines, "\"status\":\"away\"");
            finn.delete(REGISTRATIONS + "/" + sid).expect(204);

            assertThat(readUntil(lines, "\"status\":\"offline\"")).contains("presence.changed", "\"before\":\"away\"",
                    "\"reachable\":false");
        }
    }

    private static String readUntil(BufferedReader lines, String text) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.contains(text)) {
            line = lines.readLine();
        }
        return Objects.requireNonNull(line, "the stream ended");
    }

    private static String contactOfDora(String item) {
        JsonNode workers = client.get("/jackfield/v1/work-items/" + item + "/explanation").expect(200).json();
        return workers.path("workers")
                .valueStream()
                .filter(worker -> worker.path("name").asString().equals("Dora"))
                .map(worker -> worker.path("contact").asString())
                .findFirst()
                .orElseThrow();
    }

    private static Client holding(String jwt) {
        return client.withAccessToken(jwt);
    }

    private static void refuses(int status, int code, String token) {
        Client.Answer answer = holding(token).post(REGISTRATIONS).expect(status);
        assertThat(answer.json().path("code").asInt()).isEqualTo(code);
        assertThat(answer.response().headers().firstValue("WWW-Authenticate").orElse("").startsWith("Bearer"))
                .isEqualTo(status == 401);
    }
}
