package org.jackfield.connectors.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Posts a form to an address that a tenant named ({@code application/x-www-form-urlencoded}, UTF-8). Follows no redirect.
 * Bounded in size and time. Thread-safe; blocks.
 */
public final class GuardedPost {

    private final GuardedExchange exchange;
    private final FetchOptions options;
    private final Clock clock;

    /** @param options bounds of the answer; redirects are not followed whatever they say */
    public GuardedPost(AddressGuard guard, FetchOptions options, Clock clock) {
        this.exchange = new GuardedExchange(guard, clock);
        this.options = options;
        this.clock = clock;
    }

    /** The status, and the body of a success; empty otherwise. */
    public record Reply(int status, String body) {

        /** Whether the peer took it. */
        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    /**
     * Posts it and waits for the answer.
     *
     * @param headers beside those of the form; printable ASCII
     * @throws IOException it cannot be reached, may not be, answers too much or too slowly
     */
    public Reply post(URI address, Map<String, String> form, Map<String, String> headers) throws IOException {
        String body = form.entrySet()
                .stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
        all.put("Content-Length", String.valueOf(body.length()));
        HttpAnswer answer = exchange.send(address, new GuardedExchange.Request("POST", all, body),
                clock.instant().plus(options.atMost()), options.mostBytes());
        return new Reply(answer.status(), new String(answer.body(), StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
