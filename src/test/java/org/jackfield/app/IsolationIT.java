package org.jackfield.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two sub-accounts: the first has one of everything, the second asks for all of it. The requests are made from the OpenAPI
 * document that the product serves, so a new operation is tried as soon as it is there.
 */
class IsolationIT {

    private static final String SID = "AC" + "1".repeat(32);
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final int FEWEST_OPERATIONS = 80;

    @TempDir
    private static Path data = Path.of("");
    private static Product product;
    private static Tenant one;
    private static Tenant two;
    private static List<Asked> operations = List.of();

    @BeforeAll
    static void start() {
        product = Product.start(data, Map.of("JACKFIELD_ACCOUNT_SID", SID, "JACKFIELD_AUTH_TOKEN", TOKEN));
        Client main = new Client(product.ready().url(), SID, TOKEN);
        one = Tenant.empty(main, "one").withPhone("ann").withWork().withSettings().withConversations().withCalls();
        two = Tenant.empty(main, "two").withPhone("bob").withWork();
        operations = Asked.of(main.get("/jackfield/v1/openapi.json").expect(200).json());
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void findsNothingByTheOthersIds() {
        List<String> found = new ArrayList<>();
        int asked = 0;
        for (Asked operation : operations) {
            for (String path : foreign(operation)) {
                Client.Answer answer = operation.send(two.client(), path);
                asked++;
                if (answer.status() != 404) {
                    found.add(operation + " at " + path + ": " + answer.status() + " " + answer.text());
                }
            }
        }

        assertThat(found).isEmpty();
        assertThat(asked).isGreaterThan(FEWEST_OPERATIONS);
    }

    @Test
    void listsNothingOfTheOther() {
        List<Asked> lists = operations.stream()
                .filter(operation -> operation.method().equals("GET") && !operation.namesSomething())
                .filter(operation -> !operation.path().endsWith("/events") && !operation.path().endsWith("/session"))
                .toList();

        for (Asked list : lists) {
            String text = list.send(two.client(), list.at(two.id("Accounts"), two::id)).expect(200).text();
            assertThat(one.secrets()).as("%s", list).noneMatch(text::contains);
        }
        assertThat(lists).hasSizeGreaterThan(10);
    }

    @Test
    void hearsNoEventsOfTheOther() throws IOException, InterruptedException {
        two.client().post(two.work("/Workers"), "FriendlyName", "Eve").expect(201);
        String marker = two.client()
                .post(two.work("/Workers/" + two.id("Workers")), "ActivitySid", offline())
                .expect(200)
                .field("activity_sid");

        List<String> heard = new ArrayList<>();
        HttpResponse<InputStream> stream = two.client()
                .http()
                .send(two.client().request("/jackfield/v1/events").header("Last-Event-ID", "0").GET().build(),
                        BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && !line.contains(marker)) {
                heard.add(line);
                line = lines.readLine();
            }
            assertThat(line).as("the event of its own that ends the reading").isNotNull();
        }

        assertThat(heard).noneMatch(line -> one.secrets().stream().anyMatch(line::contains));
    }

    @Test
    void registersPhonesOnlyInTheDomainOfTheirAccount() {
        SipProbe phone = new SipProbe(product.ready());

        assertThat(phone.register("bob", two.domainName(), "Correct-Horse-1")).isEqualTo(200);
        assertThat(phone.register("ann", one.domainName(), "Correct-Horse-1")).isEqualTo(200);
        assertThat(phone.register("bob", one.domainName(), "Correct-Horse-1")).isBetween(400, 499);
        assertThat(phone.register("ann", two.domainName(), "Correct-Horse-1")).isBetween(400, 499);
        assertThat(phone.register("ann", one.domainName(), "Correct-Horse-2")).isBetween(400, 499);
    }

    /** The paths of an operation that name something of the first account. */
    private static List<String> foreign(Asked operation) {
        if (operation.path().endsWith("/errors/{number}")) {
            return List.of();
        }
        List<String> paths = new ArrayList<>();
        if (operation.namesAccount()) {
            paths.add(operation.at(one.id("Accounts"), one::id));
        }
        if (operation.namesSomething()) {
            paths.add(operation.at(two.id("Accounts"), one::id));
        }
        return paths.stream().distinct().toList();
    }

    private static String offline() {
        return two.client()
                .get(two.work("/Activities?FriendlyName=Offline"))
                .expect(200)
                .json()
                .at("/activities/0/sid")
                .asString();
    }
}
