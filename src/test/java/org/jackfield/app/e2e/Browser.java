package org.jackfield.app.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jackfield.engine.peer.Peers;

/**
 * Debian's Chromium at the console. Collects what the page complains of: an exception, a refusal by the content security
 * policy, anything that could not be loaded. To be used by the thread that opened it.
 */
final class Browser implements AutoCloseable {

    private static final Path AXE = Path.of("console/node_modules/axe-core/axe.min.js");
    private static final double PATIENCE_MILLIS = 40_000;
    /** What the server refuses with reason (a session that is not open, a model) browsers write into their console too. */
    private static final Pattern REFUSED = Pattern.compile("Failed to load resource: .* status of (401|422) .*");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final URI console;
    private final List<String> complaints = new ArrayList<>();

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium, URI console) {
        this.playwright = playwright;
        this.chromium = chromium;
        this.console = console;
    }

    static Browser open(URI console) {
        Path program = Peers.require("chromium");
        Playwright playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        LaunchOptions options = new LaunchOptions().setExecutablePath(program)
                .setArgs(List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
                        "--disable-component-update", "--disable-sync"));
        return new Browser(playwright, playwright.chromium().launch(options), console);
    }

    /** A new visitor at the sign-in page. */
    Page visitor() {
        BrowserContext context = chromium.newContext();
        context.setDefaultTimeout(PATIENCE_MILLIS);
        Page page = context.newPage();
        page.onConsoleMessage(this::complain);
        page.onPageError(complaints::add);
        page.navigate(console.toString());
        page.locator("input[name=user]").waitFor();
        return page;
    }

    /** A new visitor who signed in. */
    Page signedIn(String user, String password) {
        Page page = visitor();
        signIn(page, user, password);
        page.locator("jf-shell").waitFor();
        return page;
    }

    static void signIn(Page page, String user, String password) {
        page.locator("input[name=user]").fill(user);
        page.locator("input[name=password]").fill(password);
        page.locator("jf-sign-in button").click();
    }

    /** Goes to a page of the console and waits for its heading. */
    void go(Page page, String place) {
        page.navigate(console + "#/" + place);
        page.locator("jf-shell main h1").first().waitFor();
        page.waitForCondition(() -> page.locator("jf-loading").count() == 0);
    }

    void resize(Page page, int width, ColorScheme theme) {
        page.setViewportSize(width, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
    }

    /** How many pixels of the page stick out at the right of the window. */
    static int overflow(Page page) {
        ViewportSize window = page.viewportSize();
        return (int) page.evaluate("document.documentElement.scrollWidth") - window.width;
    }

    /** What axe finds against the rules of accessibility, in one line each. */
    @SuppressWarnings("unchecked")
    static List<String> violations(Page page) {
        page.evaluate(axe());
        return (List<String>) page.evaluate("""
                async () => (await axe.run(document, { resultTypes: ["violations"] })).violations.map((found) =>
                  `${found.id}: ${found.help}: ${found.nodes.map((node) => node.target.flat(9).join(" ")).join(", ")}`)
                """);
    }

    private static String axe() {
        try {
            return Files.readString(AXE);
        } catch (IOException e) {
            throw new UncheckedIOException("the console is not built: run mvn package", e);
        }
    }

    List<String> complaints() {
        return complaints;
    }

    static Locator row(Page page, String text) {
        return page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(text));
    }

    private void complain(ConsoleMessage message) {
        boolean matters = message.type().equals("error") || message.type().equals("warning");
        if (matters && !REFUSED.matcher(message.text()).matches()) {
            complaints.add(message.text());
        }
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
