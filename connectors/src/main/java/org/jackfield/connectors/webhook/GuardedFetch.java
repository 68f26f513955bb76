package org.jackfield.connectors.webhook;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;

/**
 * Gets a body by http or https from an address that a tenant named; each redirect passes the guard again. Bounded in size and
 * time. Thread-safe; blocks.
 */
public final class GuardedFetch {

    private static final int OK = 200;

    private final GuardedExchange exchange;
    private final FetchOptions options;
    private final Clock clock;

    public GuardedFetch(AddressGuard guard, FetchOptions options, Clock clock) {
        this.exchange = new GuardedExchange(guard, clock);
        this.options = options;
        this.clock = clock;
    }

    /**
     * The body of a successful answer.
     *
     * @throws IOException it cannot be reached, may not be, answers with an error, too much or too slowly
     */
    public byte[] get(URI address) throws IOException {
        var deadline = clock.instant().plus(options.atMost());
        var next = address;
        for (int redirects = 0; redirects <= options.mostRedirects(); redirects++) {
            var answer = exchange.send(next, GuardedExchange.Request.GET, deadline, options.mostBytes());
            var location = answer.location();
            if (location.isEmpty()) {
                return body(answer);
            }
            next = resolve(next, location.get());
        }
        throw new IOException("more than " + options.mostRedirects() + " redirects");
    }

    private static byte[] body(HttpAnswer answer) throws IOException {
        if (answer.status() != OK) {
            throw new IOException("answered with status " + answer.status());
        }
        return answer.body();
    }

    private static URI resolve(URI base, String location) throws IOException {
        try {
            return base.resolve(location);
        } catch (IllegalArgumentException malformed) {
            throw new IOException("redirected to a malformed address", malformed);
        }
    }
}
