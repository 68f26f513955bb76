package org.jackfield.app.settings;

import java.net.URI;
import java.time.Duration;
import org.jackfield.engine.error.InvalidSettingException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the instance shows itself and stops.
 *
 * @param publicUrl base of the absolute links that we send, without a slash at its end; empty: where we listen
 * @param drainTime how long a stop waits for calls
 * @param logFormat {@code text} or {@code json}
 */
@ConfigurationProperties("jackfield")
public record NodeSettings(@DefaultValue("") String publicUrl, @DefaultValue("30s") Duration drainTime,
        @DefaultValue("text") String logFormat) {

    private static final Duration LONGEST_DRAIN = Duration.ofHours(24);

    public NodeSettings {
        publicUrl = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
        if (!publicUrl.isEmpty() && !isHttp(publicUrl)) {
            throw new InvalidSettingException("JACKFIELD_PUBLIC_URL", publicUrl, "http(s)://HOST[:PORT][/PATH]");
        }
        if (drainTime.isNegative() || drainTime.compareTo(LONGEST_DRAIN) > 0) {
            throw new InvalidSettingException("JACKFIELD_DRAIN_TIME", drainTime.toString(), "0s to 24h");
        }
        if (!logFormat.equals("text") && !logFormat.equals("json")) {
            throw new InvalidSettingException("JACKFIELD_LOG_FORMAT", logFormat, "text or json");
        }
    }

    private static boolean isHttp(String url) {
        try {
            URI uri = URI.create(url);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null
                    && uri.getQuery() == null && uri.getFragment() == null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
