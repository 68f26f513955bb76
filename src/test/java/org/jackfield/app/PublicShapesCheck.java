package org.jackfield.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jackfield.app.api.PublicShapes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Asks every operation that existing SDKs know and checks the answers against published OpenAPI files. Runs by command only,
 * with the folder of those files, because they are not part of this project:
 * {@code mvn verify -pl src -am -Dtest=NONE -Dit.test=PublicShapesCheck -Dsurefire.failIfNoSpecifiedTests=false
 * -Dfailsafe.failIfNoSpecifiedTests=false -Djackfield.openapi=FOLDER}.
 */
class PublicShapesCheck {

    private static final String SID = "AC" + "1".repeat(32);
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path data = Path.of("");

    @Test
    void answersInThePublishedShapes() {
        PublicShapes shapes = PublicShapes
                .read(Path.of(Optional.ofNullable(System.getProperty("jackfield.openapi")).orElseThrow()));
        List<HttpResponse<String>> answers = new ArrayList<>();
        List<Asked> operations;
        try (Product product = Product.start(data,
                Map.of("JACKFIELD_ACCOUNT_SID", SID, "JACKFIELD_AUTH_TOKEN", TOKEN))) {
            Client main = new Client(product.ready().url(), SID, TOKEN, answers::add);
            Tenant tenant = Tenant.empty(main, "shapes").withPhone("ann").withWork().withSettings().withCalls();
            String workspace = "/taskrouter/v1/Workspaces/" + tenant.id("Workspaces");
            tenant.client()
                    .post(workspace + "/Workflows/" + tenant.id("Workflows"), "FriendlyName",
                            "before its queue is renamed")
                    .expect(200);
            operations = Asked.of(main.get("/jackfield/v1/openapi.json").expect(200).json());
            for (String method : List.of("GET", "POST")) {
                operations.stream()
                        .filter(operation -> operation.method().equals(method) && shapes.knows(operation.path()))
                        .forEach(operation -> operation.send(tenant.client(),
                                operation.at(tenant.id("Accounts"), tenant::id)));
            }
            workOn(tenant.client(), workspace, tenant);
            String alert = tenant.id("Notifications");
            String call = tenant.client().get(tenant.account("/Notifications/" + alert + ".json")).field("call_sid");
            tenant.client().get(tenant.account("/Calls/" + call + "/Notifications/" + alert + ".json")).expect(200);
        }
        requireShapes(shapes, operations, answers);
    }

    private static void requireShapes(PublicShapes shapes, List<Asked> operations, List<HttpResponse<String>> answers) {
        List<String> wrong = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        answers.stream()
                .filter(answer -> answer.statusCode() < 300)
                .forEach(answer -> shapes.check(answer).ifPresent(judged -> {
                    seen.add(judged.operation());
                    wrong.addAll(judged.problems());
                }));
        assertThat(wrong.stream().distinct().toList()).isEmpty();
        assertThat(operations.stream()
                .filter(operation -> shapes.knows(operation.path()) && !operation.method().equals("DELETE"))
                .map(operation -> operation.method() + " " + PublicShapes.plain(operation.path()))
                .filter(operation -> !seen.contains(operation))
                .toList()).as("operations without an answer of success; refused: %s", refused(answers)).isEmpty();
    }

    /** What follows a call is accepted by answering a phone; what follows none, over HTTP. */
    private static void workOn(Client client, String workspace, Tenant tenant) {
        String task = client.post(workspace + "/Tasks", "TaskQueueSid", tenant.id("TaskQueues"), "Attributes", "{}")
                .expect(201)
                .field("sid");
        String offers = workspace + "/Tasks/" + task + "/Reservations";
        String offer = await().atMost(Duration.ofMinutes(1))
                .until(() -> client.get(offers).json().at("/reservations/0/sid").asString(""), sid -> !sid.isEmpty());
        client.post(workspace + "/Workers/" + tenant.id("Workers") + "/Reservations/" + offer, "ReservationStatus",
                "accepted")
                .expect(200);
        client.post(offers + "/" + offer, "ReservationStatus", "completed").expect(200);
    }

    private static List<String> refused(List<HttpResponse<String>> answers) {
        return answers.stream()
                .filter(answer -> answer.statusCode() >= 300)
                .map(answer -> answer.request().method() + " " + answer.uri().getPath() + " " + answer.body())
                .toList();
    }
}
