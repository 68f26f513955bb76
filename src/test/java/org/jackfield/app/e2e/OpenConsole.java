package org.jackfield.app.e2e;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jackfield.engine.peer.Peers;

/** A product of its own and a real browser at its console. */
record OpenConsole(RunningProduct product, Browser browser) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static OpenConsole start(Path data) {
        Peers.require("chromium");
        PlaywrightAssertions.setDefaultAssertionTimeout((double) PATIENCE.toMillis());
        RunningProduct product = RunningProduct.start(data, Map.of());
        return new OpenConsole(product, Browser.open(product.http()));
    }

    @Override
    public void close() {
        browser.close();
        product.close();
    }
}
