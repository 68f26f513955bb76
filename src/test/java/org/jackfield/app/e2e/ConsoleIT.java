package org.jackfield.app.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** People at the console, in a real browser: what they see while calls go on, and what they change. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path DELAYS = Path.of("target/console-token-delays.txt");

    @TempDir
    static Path folder = Path.of("target");

    private OpenConsole console;
    private RunningProduct product;
    private Desk desk;
    private Browser browser;

    @BeforeAll
    void start() {
        console = OpenConsole.start(folder.resolve("data"));
        product = console.product();
        browser = console.browser();
        desk = Desk.open(product.api());
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
    }

    @Test
    void explainsWhatIsWrongWhenThePasswordIsNotRight() {
        Page page = browser.visitor();

        Browser.signIn(page, "supervisor", "not the password");

        assertThat(page.getByRole(AriaRole.ALERT)).containsText(
                "User or password is wrong");
    }

    @Test
    void movesTokenFromElementToElementAsTheCallGoesOn() throws IOException {
        Page page = browser.signedIn("supervisor", Desk.PASSWORD);
        String call = desk.call();
        browser.go(page, "call/" + call);
        Locator diagram = page.locator("jf-diagram");
        assertThat(page.locator("jf-diagram .token")).isVisible();
        diagram.evaluate("""
                (diagram) => {
                  const page = diagram.getRootNode().host;
                  window.moves = [[Date.now(), diagram.dataset.active, ""]];
                  new MutationObserver(async () => {
                    const move = [Date.now(), diagram.dataset.active];
                    await page.updateComplete;
                    window.moves.push([...move, page.renderRoot.querySelector(".now").textContent]);
                  }).observe(diagram, { attributes: true, attributeFilter: ["data-active"] });
                }
                """);

        await().atMost(PATIENCE).until(() -> desk.status(call).equals("completed"));

        assertThat(page.locator(".now")).containsText("The flow has ended");
        List<Step> entered = steps(call);
        List<Move> moves = moves(page);
        List<Step> seen = entered.stream()
                .filter(step -> step.since() > moves.getFirst().at())
                .filter(step -> moves.stream().anyMatch(move -> move.elements().contains(step.element())))
                .toList();
        assertThat(seen).extracting(Step::element).containsSubsequence("ask", "note");
        assertThat(seen).filteredOn(step -> step.element().equals("note"))
                .allSatisfy(step -> assertThat(moves).anySatisfy(move -> {
                    assertThat(move.elements()).containsExactly(step.element());
                    assertThat(move.says()).isEqualTo("Now at: " + step.name());
                }));
        Files.write(DELAYS, seen.stream().map(step -> step.element() + " " + delay(step, moves) + " ms").toList());
        assertThat(page.locator("jf-diagram .token")).hasCount(0);
    }

    private record Step(String element, String name, long since) {}

    private record Move(long at, List<String> elements, String says) {}

    private List<Step> steps(String call) {
        return StreamSupport.stream(desk.position(call).get("path").spliterator(), false)
                .map(step -> new Step(step.get("element").asString(), step.path("name").asString(),
                        Instant.parse(step.get("since").asString()).toEpochMilli()))
                .toList();
    }

    private static List<Move> moves(Page page) {
        return ((List<?>) page.evaluate("window.moves")).stream()
                .map(move -> (List<?>) move)
                .map(move -> new Move(((Number) move.get(0)).longValue(),
                        List.of(String.valueOf(move.get(1)).split(" ")), String.valueOf(move.get(2))))
                .toList();
    }

    private static long delay(Step step, List<Move> moves) {
        return moves.stream()
                .filter(move -> move.elements().contains(step.element()))
                .mapToLong(move -> move.at() - step.since())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void listsCallWhileItIsUpAndKeepsItWhenItHasEnded() {
        Page page = browser.signedIn("supervisor", Desk.PASSWORD);
        browser.go(page, "calls");
        String call = desk.call();
        Locator live = page.locator("table[aria-label='Live calls'] tr[data-id='" + call + "']");
        assertThat(live).containsText("Look the caller up");

        desk.hangUp(call);

        assertThat(page.locator("table[aria-label='Calls before'] tr[data-id='" + call + "']"))
                .containsText("completed");
        assertThat(live).hasCount(0);
    }

    @Test
    void playsRecordingAndMovesInItByKeys() {
        String call = desk.call();
        await().atMost(PATIENCE).until(() -> desk.isRecorded(call));
        Page page = browser.signedIn("manager", Desk.PASSWORD);
        browser.go(page, "recordings");

        page.locator("tbody button").first().click();
        page.locator("jf-player .controls button").click();

        Locator slider = page.locator("jf-player [role=slider]");
        await().atMost(PATIENCE).until(() -> position(slider) >= 1);
        slider.press(" ");
        assertThat(page.locator("jf-player .controls button")).hasText("Play");
        slider.press("Home");
        assertThat(slider).hasAttribute("aria-valuenow", "0");
        slider.press("ArrowUp");
        assertThat(slider).hasAttribute("aria-valuenow", "1");
        assertThat(isSilent(page)).as("the wave is flat").isFalse();
    }

    private static int position(Locator slider) {
        return Integer.parseInt(slider.getAttribute("aria-valuenow"));
    }

    private static boolean isSilent(Page page) {
        return !(boolean) page.locator("jf-player canvas")
                .evaluate(
                        """
                                (canvas) => {
                                  const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
                                  const rows = new Set();
                                  for (let i = 3; i < pixels.length; i += 4) if (pixels[i] > 0) rows.add(Math.floor(i / 4 / canvas.width));
                                  return rows.size > 20;
                                }
                                """);
    }

    @Test
    void deploysNextVersionOfFlowFromFile() {
        Page page = browser.signedIn("analyst", Desk.PASSWORD);
        browser.go(page, "flow/menu");
        String model = Desk.menu("Hello again.").xml();

        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("menu.bpmn", "application/xml", model.getBytes(StandardCharsets.UTF_8)));
        page.locator("jf-deploy button.primary").click();

        assertThat(page.locator("jf-deploy [role=status]").first()).containsText("Deployed as flow:menu@");
        JsonNode versions = product.api().get("/jackfield/v1/flows/menu/versions").get("versions");
        int newest = versions.get(0).get("version").asInt();
        assertThat(newest).isGreaterThan(1);
        assertThat(page.locator("label.version option").first()).containsText(newest + " (");
        assertThat(page.locator("#address")).hasText("flow:menu@" + newest);
    }

    @Test
    void showsErrorAtTheElementThatItNamesAndChangesNothing() {
        Page page = browser.signedIn("analyst", Desk.PASSWORD);
        browser.go(page, "flow/menu");
        int before = product.api().get("/jackfield/v1/flows/menu/versions").get("versions").size();

        page.locator("textarea").fill(Desk.refusedMenu());
        page.locator("jf-deploy button.primary").click();

        Locator preview = page.locator(".preview jf-diagram");
        assertThat(preview.locator("g.problem[data-element-id=greet]")).isVisible();
        assertThat(preview.locator(".problem-badge")).isVisible();
        assertThat(preview.locator("g.problem[data-element-id=ask]")).hasCount(0);
        assertThat(page.locator("jf-deploy li[data-element=greet] strong").first()).not().isEmpty();
        assertThat(product.api().get("/jackfield/v1/flows/menu/versions").get("versions").size()).isEqualTo(before);
    }

    @Test
    void showsSupervisorWhatAnAgentSetsHisActivityTo() {
        Page agent = browser.signedIn("bashir", Desk.PASSWORD);
        Page supervisor = browser.signedIn("supervisor", Desk.PASSWORD);
        browser.go(supervisor, "workers");
        assertThat(supervisor.locator("jf-live [role=status]")).hasText("Live");
        assertThat(agent.locator("nav a")).hasCount(2);

        agent.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Available").setExact(true)).click();

        assertThat(Browser.row(supervisor, "Bashir Haddad").locator("jf-badge")).hasText("Available");
        assertThat(agent.locator(".own jf-badge")).hasText("Available");
    }

    @Test
    void returnsToSignInWhenTheSessionWasRevoked() {
        Page page = browser.signedIn("manager", Desk.PASSWORD);
        browser.go(page, "queues");
        String sid = StreamSupport
                .stream(product.api().get("/jackfield/v1/users").get("users").spliterator(), false)
                .filter(user -> user.get("name").asString().equals("manager"))
                .findFirst()
                .orElseThrow()
                .get("sid")
                .asString();

        product.api().post("/jackfield/v1/users/" + sid, "role", "manager");
        page.navigate(product.http() + "#/numbers");

        assertThat(page.locator("jf-sign-in")).containsText("Your session ended");
    }
}
