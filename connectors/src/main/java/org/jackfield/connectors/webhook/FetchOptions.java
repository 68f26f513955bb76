package org.jackfield.connectors.webhook;

import java.time.Duration;

/** Bounds of a fetch: the largest body in bytes, how long it may take in all, and how many redirects are followed. */
public record FetchOptions(int mostBytes, Duration atMost, int mostRedirects) {

    public FetchOptions {
        if (mostBytes < 1 || mostRedirects < 0 || !atMost.isPositive()) {
            throw new IllegalArgumentException("a fetch needs positive bounds");
        }
    }

    /** 10 MB, 15 s, 3 redirects. */
    public static FetchOptions standard() {
        return new FetchOptions(10_000_000, Duration.ofSeconds(15), 3);
    }
}
