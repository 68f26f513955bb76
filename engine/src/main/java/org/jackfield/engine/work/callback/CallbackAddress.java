package org.jackfield.engine.work.callback;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;

/** What may be set as the address of a callback. Where it may lead is checked again whenever it is asked. */
public final class CallbackAddress {

    private static final int LONGEST = 2_048;
    private static final Set<String> HTTP = Set.of("http", "https");

    private CallbackAddress() {}

    /** @throws DomainException INVALID_URL when it cannot be one */
    public static void require(String url) {
        if (url.length() > LONGEST || !isHttp(url)) {
            throw new DomainException(ErrorCode.INVALID_URL,
                    "the address of a callback is no absolute http(s) address of at most " + LONGEST
                            + " characters, or names a user");
        }
    }

    private static boolean isHttp(String url) {
        try {
            URI address = new URI(url);
            return HTTP.contains(String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT))
                    && address.getHost() != null && address.getUserInfo() == null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
