package org.jackfield.app.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An analyst draws a routing policy as a table in a real browser: refused, corrected, tried, saved, and followed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RoutingConsoleIT {

    private static final String PASSWORD = "a long enough password";

    @TempDir
    static Path folder = Path.of("target");

    private OpenConsole console;
    private RunningProduct product;
    private Browser browser;
    private Looks looks;
    private String workspace = "";

    @BeforeAll
    void start() {
        console = OpenConsole.start(folder.resolve("data"));
        product = console.product();
        browser = console.browser();
        looks = new Looks(browser);
        Api api = product.api();
        workspace = api.post("/v1/Workspaces", "FriendlyName", "Front desk").get("sid").asString();
        queue("dutch", "languages HAS 'nl'");
        queue("rest", "1 == 1");
        for (String role : new String[]{"analyst", "supervisor"}) {
            api.post("/jackfield/v1/users", "name", role, "password", PASSWORD, "role", role);
        }
    }

    @AfterAll
    void stop() {
        if (console != null) {
            console.close();
        }
    }

    @AfterEach
    void nothingWasRefusedOrThrown() {
        assertThat(browser.complaints()).isEmpty();
        assertThat(looks.faults()).isEmpty();
    }

    @Test
    @Order(1)
    void refusesRowThatMatchesNobodyAndSavesNothing() {
        worker("ann", "{\"languages\":[\"en\"]}");
        Page page = browser.signedIn("analyst", PASSWORD);
        browser.go(page, "policies");
        looks.at(page, "policies", "empty");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New decision table")).click();
        page.locator("input[name=name]").waitFor();
        looks.at(page, "policy", "empty");

        drawByLanguage(page);
        button(page, "Save").click();

        Locator problem = page.locator("jf-sheet li[data-row='1']");
        assertThat(problem).containsText("0 of 1 workers match");
        assertThat(problem).containsText("languages HAS 'nl'");
        assertThat(page.locator("jf-sheet tr.bad")).hasAttribute("data-row", "1");
        looks.at(page, "policy", "refused");
        assertThat(policies()).isEmpty();
    }

    @Test
    @Order(2)
    void previewsThenSavesAndTheNextItemGoesThere() {
        worker("bob", "{\"languages\":[\"nl\"]}");
        String before = product.api()
                .post("/v1/Workspaces/" + workspace + "/Tasks", "TaskQueueSid", queueId("rest"), "Attributes",
                        "{\"language\":\"nl\"}")
                .get("sid")
                .asString();
        Page page = browser.signedIn("analyst", PASSWORD);
        browser.go(page, "policy/" + workspace + ":new");
        drawByLanguage(page);

        button(page, "Preview").click();
        assertThat(page.locator("jf-badge[data-fate=other_queue]")).containsText("1 to another queue");
        assertThat(page.locator("table[aria-label=Differences] tr[data-id='" + before + "']"))
                .containsText("dutch, priority 0");
        looks.at(page, "policy", "previewed");
        assertThat(policies()).isEmpty();
        button(page, "Save").click();

        assertThat(page.locator("jf-policy span[role=status]")).containsText("Saved as version 1");
        assertThat(page.locator("h1")).hasText("By language");
        String policy = policies().get(0).get("sid").asString();
        assertThat(queueOf(task(policy, "nl"))).isEqualTo("dutch");
        assertThat(queueOf(task(policy, "en"))).isEqualTo("rest");
        browser.go(page, "policies");
        assertThat(page.locator("tbody tr[data-id='" + policy + "']")).containsText("table");
        looks.at(page, "policies", "full");
    }

    private static void drawByLanguage(Page page) {
        page.locator("input[name=name]").fill("By language");
        cell(page, "Row 1, task.language").fill("\"nl\"");
        cell(page, "Row 1, queue").selectOption("dutch");
        button(page, "Add row").click();
        cell(page, "Row 2, queue").selectOption("rest");
    }

    @Test
    @Order(3)
    void opensTheSavedTableAndChangesItByKeysAlone() {
        String policy = policies().get(0).get("sid").asString();
        Page page = browser.signedIn("analyst", PASSWORD);
        browser.go(page, "policy/" + workspace + ":" + policy);
        assertThat(cell(page, "Row 1, task.language")).hasValue("\"nl\"");
        assertThat(cell(page, "Row 1, queue")).hasValue("dutch");

        cell(page, "Row 1, task.language").focus();
        page.keyboard().press("ArrowDown");
        assertThat(cell(page, "Row 2, task.language")).isFocused();
        page.keyboard().press("Control+a");
        page.keyboard().type("\"en\"");
        page.keyboard().press("Enter");
        assertThat(cell(page, "Row 3, task.language")).isFocused();
        page.keyboard().type("\"fr\"");
        page.keyboard().press("Tab");
        assertThat(cell(page, "Row 3, queue")).isFocused();
        page.keyboard().press("d");
        button(page, "Save").focus();
        page.keyboard().press("Enter");

        assertThat(page.locator("jf-policy span[role=status]")).containsText("Saved as version 2");
        assertThat(page.locator("jf-sheet li.warning")).hasAttribute("data-code", "NOT_COVERED");
        assertThat(queueOf(task(policy, "fr"))).isEqualTo("dutch");
    }

    @Test
    @Order(4)
    void showsTheTableToWatchersWithoutAWayToChangeIt() {
        String policy = policies().get(0).get("sid").asString();
        Page page = browser.signedIn("supervisor", PASSWORD);
        browser.go(page, "policy/" + workspace + ":" + policy);

        assertThat(cell(page, "Row 1, queue")).hasValue("dutch");
        assertThat(cell(page, "Row 1, queue")).isDisabled();
        assertThat(button(page, "Save")).hasCount(0);
        looks.at(page, "policy", "watched");
    }

    private static Locator cell(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void queue(String name, String workers) {
        product.api()
                .post("/v1/Workspaces/" + workspace + "/TaskQueues", "FriendlyName", name, "TargetWorkers", workers);
    }

    private String queueId(String name) {
        return product.api()
                .get("/v1/Workspaces/" + workspace + "/TaskQueues?FriendlyName=" + name)
                .at("/task_queues/0/sid")
                .asString();
    }

    private void worker(String name, String attributes) {
        product.api().post("/v1/Workspaces/" + workspace + "/Workers", "FriendlyName", name, "Attributes", attributes);
    }

    private JsonNode policies() {
        return product.api().get("/jackfield/v1/workspaces/" + workspace + "/routing-policies").get("policies");
    }

    private String task(String policy, String language) {
        return product.api()
                .post("/v1/Workspaces/" + workspace + "/Tasks", "WorkflowSid", policy, "Attributes",
                        "{\"language\":\"" + language + "\"}")
                .get("sid")
                .asString();
    }

    private String queueOf(String task) {
        return product.api()
                .get("/v1/Workspaces/" + workspace + "/Tasks/" + task)
                .get("task_queue_friendly_name")
                .asString();
    }
}
