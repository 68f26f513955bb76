package org.jackfield.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jackfield.engine.peer.Peers;
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
    private static final Path PICTURES = Path.of("target/screenshots");
    private static final List<String> PAGES = List.of("overview", "calls", "queues", "workers", "recordings", "flows",
            "flow/welcome", "numbers", "users", "nowhere");

    @TempDir
    static Path folder = Path.of("target");

    private RunningProduct product;
    private Browser browser;
    private final List<String> faults = new ArrayList<>();

    @BeforeAll
    void start() {
        Peers.require("chromium");
        product = RunningProduct.start(folder.resolve("data"), Map.of());
        browser = Browser.open(product.http());
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
        if (product != null) {
            product.close();
        }
    }

    @Test
    @Order(1)
    void isAccessibleAndFitsWhenThereIsNothingYet() {
        Page visitor = browser.visitor();
        inEveryLook(visitor, "sign-in", "empty");
        Page page = browser.signedIn(product.api().account(), product.token());
        PAGES.forEach(place -> look(page, place, "empty"));

        assertThat(faults).isEmpty();
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

        assertThat(faults).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    private void lookAtRefusedModel(Page page) {
        browser.go(page, "flow/menu");
        page.locator("textarea").fill(Desk.refusedMenu());
        page.locator("jf-deploy button.primary").click();
        page.locator(".problem-badge").waitFor();
        inEveryLook(page, "flow-refused", "full");
    }

    private void look(Page page, String place, String state) {
        browser.go(page, place);
        inEveryLook(page, place.replaceAll("/CA.*", "").replace('/', '-'), state);
    }

    private void inEveryLook(Page page, String name, String state) {
        for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(375, 1600)) {
                browser.resize(page, width, theme);
                String look = "%s-%s-%s-%d".formatted(name, state, theme.name().toLowerCase(Locale.ROOT), width);
                page.evaluate("scrollTo(0, 0)");
                page.screenshot(
                        new Page.ScreenshotOptions().setPath(PICTURES.resolve(look + ".png")).setFullPage(true));
                if (Browser.overflow(page) > 0) {
                    faults.add(look + " sticks out by " + Browser.overflow(page));
                }
                Browser.violations(page).forEach(found -> faults.add(look + " " + found));
            }
        }
    }
}
