package org.jackfield.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page of the console, empty and full, light and dark, on a telephone and on a wide screen: accessible by axe, nothing
 * sticks out, nothing is refused by the policy. The pictures lie in {@code target/screenshots} to be looked at.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleLooksIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> PAGES = List.of("overview", "calls", "queues", "floor", "workers", "recordings",
            "flows",
            "flow/welcome", "numbers", "policies", "users", "nowhere");

    @TempDir
    static Path folder = Path.of("target");

    private OpenConsole console;
    private RunningProduct product;
    private Browser browser;
    private Looks looks;

    @BeforeAll
    void start() {
        console = OpenConsole.start(folder.resolve("data"));
        product = console.product();
        browser = console.browser();
        looks = new Looks(browser);
    }

    @AfterAll
    void stop() {
        if (console != null) {
            console.close();
        }
    }

    @Test
    @Order(1)
    void isAccessibleAndFitsWhenThereIsNothingYet() {
        Page visitor = browser.visitor();
        looks.at(visitor, "sign-in", "empty");
        Page page = browser.signedIn(product.api().account(), product.token());
        PAGES.forEach(place -> look(page, place, "empty"));

        assertThat(looks.faults()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    @Order(2)
    void isAccessibleAndFitsWhenCallsGoOn() {
        Desk desk = Desk.open(product.api());
        String first = desk.call();
        await().atMost(PATIENCE).until(() -> desk.isRecorded(first));
        Page page = browser.signedIn(product.api().account(), product.token());
        String live = desk.call();

        look(page, "call/" + live, "full");
        desk.call();
        PAGES.forEach(place -> look(page, place, "full"));
        look(page, "call/" + first, "ended");
        lookAtRefusedModel(page);

        assertThat(looks.faults()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    private void lookAtRefusedModel(Page page) {
        browser.go(page, "flow/menu");
        page.locator("textarea").fill(Desk.refusedMenu());
        page.locator("jf-deploy button.primary").click();
        page.locator(".problem-badge").waitFor();
        looks.at(page, "flow-refused", "full");
    }

    private void look(Page page, String place, String state) {
        browser.go(page, place);
        looks.at(page, place.replaceAll("/CA.*", "").replace('/', '-'), state);
    }
}
