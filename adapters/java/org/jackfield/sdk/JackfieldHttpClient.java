package org.jackfield.sdk;

import com.twilio.http.HttpClient;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Points the official Java SDK at a Jackfield installation: give it to {@code TwilioRestClient.Builder.httpClient}. Where the
 * installation lies is read from the variable {@code JACKFIELD_URL}, for example {@code http://127.0.0.1:8080}.
 *
 * <p>
 * {@code https://PRODUCT.vendor/PATH} becomes {@code JACKFIELD_URL/PRODUCT/PATH}; an address that already lies under
 * {@code JACKFIELD_URL} stays; every other one is refused, so that credentials never leave for a foreign host. Copy this
 * file into your project; it needs nothing but the SDK. Thread-safe.
 */
public final class JackfieldHttpClient extends HttpClient {

    private static final Pattern VENDOR = Pattern.compile("https://([a-z0-9-]+)(?:\\.[a-z0-9-]+)*\\.twilio\\.com(/.*)");

    private final String base;
    private final HttpClient network = new NetworkHttpClient();

    /** @param base where the installation lies, with or without a slash at its end */
    public JackfieldHttpClient(String base) {
        super();
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    /** For the installation that {@code JACKFIELD_URL} names. */
    public static JackfieldHttpClient fromEnvironment() {
        return new JackfieldHttpClient(Optional.ofNullable(System.getenv("JACKFIELD_URL"))
                .filter(url -> !url.isBlank())
                .orElseThrow(() -> new IllegalStateException("JACKFIELD_URL is not set")));
    }

    @Override
    public Response makeRequest(Request request) {
        Request ours = new Request(request.getMethod(), address(request.getUrl()));
        if (request.getAuthStrategy() != null) {
            ours.setAuth(request.getAuthStrategy());
        } else if (request.getUsername() != null) {
            ours.setAuth(request.getUsername(), request.getPassword());
        }
        ours.setUserAgentExtensions(request.getUserAgentExtensions());
        ours.setFormParameters(request.getFormParameters());
        ours.setContentType(request.getContentType());
        ours.setBody(request.getBody());
        request.getQueryParams().forEach((name, values) -> values.forEach(value -> ours.addQueryParam(name, value)));
        request.getPostParams().forEach((name, values) -> values.forEach(value -> ours.addPostParam(name, value)));
        request.getHeaderParams().forEach((name, values) -> values.forEach(value -> ours.addHeaderParam(name, value)));
        return network.makeRequest(ours);
    }

    private String address(String url) {
        if (url.startsWith(base + "/")) {
            return url;
        }
        Matcher vendor = VENDOR.matcher(url);
        if (!vendor.matches()) {
            throw new IllegalArgumentException("not an address of " + base + ": " + url);
        }
        return base + "/" + vendor.group(1) + vendor.group(2);
    }
}
