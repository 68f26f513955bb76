package org.jackfield.app.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A supervisor watches the floor in a real browser: what waits and why, who is served next, what is called off. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FloorConsoleIT {

    private static final String PASSWORD = "a long enough password";

    @TempDir
    static Path folder = Path.of("target");

    private OpenConsole console;
    private RunningProduct product;
    private Browser browser;
    private String workspace = "";
    private String queue = "";

    @BeforeAll
    void start() {
        console = OpenConsole.start(folder.resolve("data"));
        product = console.product();
        browser = console.browser();
        Api api = product.api();
        workspace = "/v1/Workspaces/" + api.post("/v1/Workspaces", "FriendlyName", "desk").get("sid").asString();
        queue = api.post(workspace + "/TaskQueues", "FriendlyName", "sales").get("sid").asString();
        api.post(workspace + "/Workers", "FriendlyName", "Ann");
        api.post("/jackfield/v1/users", "name", "sue", "password", PASSWORD, "role", "supervisor");
    }

    @AfterAll
    void stop() {
        if (console != null) {
            console.close();
        }
    }

    @Test
    void showsWhatWaitsAndWhyPutsOneFirstAndCallsOneOff() {
        Page page = browser.signedIn("sue", PASSWORD);
        browser.go(page, "floor");
        assertThat(page.getByText("Nothing to do")).isVisible();

        String first = task();
        String second = task();
        assertThat(row(page, first)).containsText("Pending");
        assertThat(page.locator("table[aria-label=Queues] tbody tr")).containsText("sales");
        button(row(page, second), "Why").click();
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Why it waits")))
                .containsText("Ann: the activity is 'Offline'");
        button(row(page, second), "Serve next").click();
        button(row(page, first), "Cancel").click();

        assertThat(row(page, first)).hasCount(0);
        assertThat(product.api().get(workspace + "/Tasks/" + second).get("priority").asInt()).isEqualTo(1);
        assertThat(product.api().get(workspace + "/Tasks/" + first).get("assignment_status").asString())
                .isEqualTo("canceled");
        assertThat(browser.complaints()).isEmpty();
    }

    private String task() {
        return product.api().post(workspace + "/Tasks", "TaskQueueSid", queue).get("sid").asString();
    }

    private static Locator row(Page page, String item) {
        return page.locator("tr[data-id='" + item + "']");
    }

    private static Locator button(Locator row, String name) {
        return row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }
}
