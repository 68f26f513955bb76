package org.jackfield.app.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Looks at a page of the console, light and dark, on a telephone and on a wide screen, and notes what axe finds and what
 * sticks out. The pictures lie in {@code target/screenshots}.
 */
final class Looks {

    private static final Path PICTURES = Path.of("target/screenshots");

    private final Browser browser;
    private final List<String> faults = new ArrayList<>();

    Looks(Browser browser) {
        this.browser = browser;
    }

    List<String> faults() {
        return faults;
    }

    void at(Page page, String name, String state) {
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
