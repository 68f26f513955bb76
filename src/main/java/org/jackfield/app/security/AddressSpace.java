package org.jackfield.app.security;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Existing clients name a resource by a product prefix ({@code /api/2010-04-01/...}), by the first label of the host
 * ({@code api.example.org/2010-04-01/...}) or by a bare path where that is unambiguous. All become the prefixed form.
 */
final class AddressSpace {

    private static final String CALLS = "/2010-04-01/";
    private static final String WORK = "/v1/Workspaces";
    private static final String WORK_HOST = "taskrouter.";

    private AddressSpace() {}

    static String fold(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (path.startsWith(CALLS)) {
            return "/api" + path;
        }
        if (path.equals(WORK) || path.startsWith(WORK + "/")) {
            return "/taskrouter" + path;
        }
        String host = request.getServerName();
        return path.startsWith("/v1/") && host.startsWith(WORK_HOST) ? "/taskrouter" + path : path;
    }
}
