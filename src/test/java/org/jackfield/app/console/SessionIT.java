package org.jackfield.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jackfield.app.Client;
import org.jackfield.app.Product;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in to the console, what each role may do, and that a session outlives a restart. */
class SessionIT {

    private static final String SID = "AC" + "1".repeat(32);
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String PASSWORD = "a long enough password";
    private static final Map<String, String> SETTINGS = Map.of("JACKFIELD_ACCOUNT_SID", SID, "JACKFIELD_AUTH_TOKEN",
            TOKEN);
    private static final String TABLES = "/jackfield/v1/workspaces/WS1/decision-tables";
    private static final String SESSION = "/jackfield/v1/session";
    private static final String USERS = "/jackfield/v1/users";

    @TempDir
    private static Path data = Path.of("");
    private static Product product;
    private static Client account;
    private static String url = "";

    @BeforeAll
    static void start() {
        product = Product.start(data, SETTINGS);
        url = product.ready().url();
        account = new Client(url, SID, TOKEN);
        for (String role : List.of("supervisor", "manager", "analyst", "admin")) {
            account.post(USERS, "name", role, "password", PASSWORD, "role", role).expect(201);
        }
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void givesCookieThatScriptsAndOtherSitesCannotUseWhenSignedIn() {
        HttpResponse<String> answer = new Visitor(url).signIn("admin", PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("HttpOnly", "SameSite=Strict",
                "Path=/", "Max-Age=43200");
        assertThat(Visitor.json(answer).path("role").asString()).isEqualTo("admin");
        assertThat(answer.body()).doesNotContain(PASSWORD);
    }

    @Test
    void givesSameAnswerWhenUserIsUnknownOrPasswordIsWrong() {
        HttpResponse<String> unknown = new Visitor(url).signIn("nobody-here", PASSWORD);
        HttpResponse<String> wrong = new Visitor(url).signIn("manager", "not the password");

        assertThat(unknown.statusCode()).isEqualTo(401).isEqualTo(wrong.statusCode());
        assertThat(unknown.body()).isEqualTo(wrong.body());
        assertThat(unknown.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void asksToWaitWhenSomebodyGuesses() {
        Visitor guesser = new Visitor(url);
        for (int i = 0; i < 5; i++) {
            assertThat(guesser.signIn("victim", "guess " + i).statusCode()).isEqualTo(401);
        }

        // The wait doubles with each failure, so it soon exceeds the time that an attempt takes on the slowest machine.
        HttpResponse<String> braked = Stream.generate(() -> guesser.signIn("victim", "another guess"))
                .limit(12)
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();

        assertThat(braked.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 300L);
    }

    @Test
    void refusesChangesWhenAnotherSiteCouldHaveSentThem() {
        Visitor admin = Visitor.signedIn(url, "admin", PASSWORD);

        assertThat(admin.forged().get(USERS)).isEqualTo(200);
        assertThat(admin.forged().post(USERS, "name", "evil", "password", PASSWORD, "role", "admin")).isEqualTo(403);
        assertThat(admin.forged().delete(SESSION)).isEqualTo(403);
        assertThat(admin.post(USERS, "name", "good", "password", PASSWORD, "role", "manager")).isEqualTo(201);
    }

    @Test
    void endsSessionWhenSignedOutOrRevoked() {
        Visitor leaving = Visitor.signedIn(url, "supervisor", PASSWORD);
        assertThat(leaving.delete(SESSION)).isEqualTo(204);
        String sid = account.post(USERS, "name", "leaver", "password", PASSWORD, "role", "manager").field("sid");
        Visitor leaver = Visitor.signedIn(url, "leaver", PASSWORD);

        account.delete(USERS + "/" + sid + "/sessions").expect(204);

        assertThat(leaving.forged().get(SESSION)).isEqualTo(401);
        assertThat(leaver.get(SESSION)).isEqualTo(401);
    }

    @Test
    void endsEventStreamWhenItsSessionIsClosed() throws Exception {
        Visitor supervisor = Visitor.signedIn(url, "supervisor", PASSWORD);
        Visitor elsewhere = supervisor.copy();

        try (InputStream events = supervisor.stream("/jackfield/v1/events")) {
            assertThat(events.read()).isEqualTo(':');
            assertThat(elsewhere.delete(SESSION)).isEqualTo(204);

            assertThat(events.readAllBytes()).as("ends by itself").isNotEmpty();
        }
    }

    @Test
    void allowsEachRoleItsOwnWhenItAsks() {
        String numbers = account.account("/IncomingPhoneNumbers.json");
        String recordings = account.account("/Recordings.json");
        Visitor supervisor = Visitor.signedIn(url, "supervisor", PASSWORD);
        Visitor analyst = Visitor.signedIn(url, "analyst", PASSWORD);

        assertThat(supervisor.get(numbers)).isEqualTo(200);
        assertThat(supervisor.get(recordings)).isEqualTo(200);
        assertThat(supervisor.post(numbers, "AreaCode", "212")).isEqualTo(403);
        assertThat(supervisor.get(USERS)).isEqualTo(403);
        assertThat(analyst.post(numbers, "AreaCode", "212", "VoiceUrl", "flow:hello")).isEqualTo(201);
        assertThat(analyst.get(recordings)).isEqualTo(403);
        assertThat(supervisor.post(TABLES, "a", "b")).isEqualTo(403);
        assertThat(supervisor.post(TABLES + "/preview", "a", "b")).isEqualTo(403);
        assertThat(analyst.post(TABLES, "a", "b")).as("allowed, were it a table").isEqualTo(415);
        assertThat(analyst.get(account.account("/Calls/CA1;x=1/%52ecordings.json"))).isEqualTo(403);
        assertThat(analyst.get("/actuator/prometheus")).isEqualTo(403);
        assertThat(Visitor.signedIn(url, "admin", PASSWORD).get(USERS)).isEqualTo(200);
    }

    @Test
    void letsAgentChangeHisOwnActivityOnly() {
        String workspace = account.post("/v1/Workspaces", "FriendlyName", "Agents").expect(201).field("sid");
        String workers = "/taskrouter/v1/Workspaces/" + workspace + "/Workers";
        String own = account.post(workers, "FriendlyName", "tom").expect(201).field("sid");
        String other = account.post(workers, "FriendlyName", "ida").expect(201).field("sid");
        String activity = account.get("/v1/Workspaces/" + workspace + "/Activities")
                .json()
                .at("/activities/0/sid")
                .asString();
        account.post(USERS, "name", "tom", "password", PASSWORD, "role", "agent", "workspace", workspace, "worker", own)
                .expect(201);
        Visitor tom = Visitor.signedIn(url, "tom", PASSWORD);

        assertThat(tom.post(workers + "/" + own, "ActivitySid", activity)).isEqualTo(200);
        assertThat(tom.post(workers + "/" + other, "ActivitySid", activity)).isEqualTo(403);
        assertThat(tom.post(workers + "/" + own, "Attributes", "{\"contact_uri\":\"sip:x@y\"}")).isEqualTo(403);
        assertThat(tom.get(account.account("/Calls.json"))).isEqualTo(403);
        assertThat(tom.get("/jackfield/v1/events")).isEqualTo(403);
        assertThat(tom.get("/jackfield/v1/events?type=call.answered")).isEqualTo(403);
    }

    @Test
    void keepsSessionWhenTheProductIsRestarted(@TempDir Path folder) {
        Visitor before;
        try (Product first = Product.start(folder, SETTINGS)) {
            before = Visitor.signedIn(first.ready().url(), SID, TOKEN);
        }

        try (Product second = Product.start(folder, SETTINGS)) {
            Visitor after = new Visitor(second.ready().url()).with(before.cookie());

            assertThat(after.get(SESSION)).isEqualTo(200);
        }
    }

    @Test
    void servesConsoleUnderStrictPolicyWithoutSignIn() {
        HttpResponse<String> page = new Visitor(url).send("GET", "/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<jf-app>", "/assets/");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'self';")
                .doesNotContain("unsafe", "http", "*");
        assertThat(new Visitor(url).get("/assets/../application.yml")).isEqualTo(401);
        assertThat(new Visitor(url).get("/assets/nothing.js")).isEqualTo(401);
    }
}
