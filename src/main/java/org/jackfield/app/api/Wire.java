package org.jackfield.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jackfield.app.settings.PublicUrl;
import org.springframework.stereotype.Component;

/** Addresses in answers. The SDKs put their host in front of a {@code uri}, and call a {@code url} as it is. */
@Component
final class Wire {

    static final String CALLS = "/api/2010-04-01";
    static final String ACCOUNT = CALLS + "/Accounts/{AccountSid}";
    static final String WORKSPACES = "/taskrouter/v1/Workspaces";
    static final String NATIVE = "/jackfield/v1";

    private final PublicUrl publicUrl;

    Wire(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** The absolute address of a path. */
    String absolute(String path) {
        return publicUrl.of(path);
    }

    /** A path of the 2010 API without our prefix. */
    static String bare(String path) {
        return path.startsWith("/api/") ? path.substring("/api".length()) : path;
    }

    /** The bare path of a resource of an account. */
    static String uri(String account, String rest) {
        return "/2010-04-01/Accounts/" + account + rest;
    }

    /** The name of a list as a field: {@code IncomingPhoneNumbers} is {@code incoming_phone_numbers}. */
    static String snake(String name) {
        return name.replaceAll("(?<!^)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** The rest of the query, each parameter with an ampersand before it. */
    static String queryWithout(HttpServletRequest request, String... names) {
        List<String> dropped = List.of(names);
        StringBuilder query = new StringBuilder();
        for (Map.Entry<String, String[]> entry : new TreeMap<>(request.getParameterMap()).entrySet()) {
            if (!dropped.contains(entry.getKey())) {
                for (String value : entry.getValue()) {
                    query.append('&').append(encoded(entry.getKey())).append('=').append(encoded(value));
                }
            }
        }
        return query.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
