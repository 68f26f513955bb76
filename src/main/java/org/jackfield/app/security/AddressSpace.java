package org.jackfield.app.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Existing clients name a resource by a product prefix ({@code /api/2010-04-01/...}), by the first label of the host
 * ({@code api.example.org/2010-04-01/...}) or by a bare path where that is unambiguous. All become the prefixed form.
 */
final class AddressSpace {

    private static final String CALLS = "/2010-04-01/";
    private static final String WORK = "/v1/Workspaces";
    private static final Set<String> PRODUCTS = Set.of("taskrouter", "monitor", "events", "notify", "intelligence",
            "voice", "messaging", "insights", "routes", "sync");
    private static final Pattern VERSIONED = Pattern.compile("/v[0-9]{1,2}/.*");

    private AddressSpace() {}

    static String fold(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (path.startsWith(CALLS)) {
            return "/api" + path;
        }
        if (!VERSIONED.matcher(path).matches()) {
            return path;
        }
        String host = request.getServerName().toLowerCase(Locale.ROOT);
        String label = host.substring(0, Math.max(0, host.indexOf('.')));
        if (PRODUCTS.contains(label)) {
            return "/" + label + path;
        }
        return path.equals(WORK) || path.startsWith(WORK + "/") ? "/taskrouter" + path : path;
    }
}
