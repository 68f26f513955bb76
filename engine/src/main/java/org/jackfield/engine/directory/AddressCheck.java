package org.jackfield.engine.directory;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jackfield.engine.directory.Application.Address;
import org.jackfield.engine.directory.Application.Use;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.tenant.FlowAddress;

/** Which addresses an account may set. Where they may lead is checked again when they are asked. */
final class AddressCheck {

    private static final int LONGEST = 2_048;
    private static final Set<String> METHODS = Set.of("GET", "POST");
    private static final Set<Use> STATUS = Set.of(Use.CALL_STATUS, Use.MESSAGE_STATUS);
    private static final Map<Use, Use> PRIMARY = Map.of(Use.VOICE_FALLBACK, Use.VOICE, Use.MESSAGE_FALLBACK,
            Use.MESSAGE);

    private final FlowCatalog flows;

    AddressCheck(FlowCatalog flows) {
        this.flows = flows;
    }

    void url(AccountId account, Use use, String url) {
        if (url.isEmpty()) {
            return;
        }
        if (FlowAddress.isFlow(url) && !STATUS.contains(use)) {
            FlowAddress flow = FlowAddress.parse(url);
            if (!flows.exists(account, flow)) {
                throw new DomainException(ErrorCode.FLOW_NOT_FOUND, "no flow " + flow + " is deployed");
            }
        } else if (!isHttp(url)) {
            throw new DomainException(ErrorCode.INVALID_URL, "the address of " + word(use)
                    + " is neither an absolute http(s) address of at most " + LONGEST + " characters nor flow:KEY");
        }
    }

    void method(Use use, String method) {
        if (!METHODS.contains(method)) {
            throw new DomainException(ErrorCode.INVALID_PARAMETER,
                    "the method of " + word(use) + " is not GET or POST");
        }
    }

    /** A fallback without what it falls back from would never be asked. */
    static void primaries(Map<Use, Address> addresses) {
        PRIMARY.forEach((fallback, primary) -> {
            if (isSet(addresses, fallback) && !isSet(addresses, primary)) {
                throw new DomainException(ErrorCode.FALLBACK_ALONE,
                        "an address of " + word(fallback) + " needs one of " + word(primary));
            }
        });
    }

    private static boolean isSet(Map<Use, Address> addresses, Use use) {
        Address address = addresses.get(use);
        return address != null && !address.url().isEmpty();
    }

    private static boolean isHttp(String url) {
        try {
            URI uri = new URI(url);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            return url.length() <= LONGEST && Set.of("http", "https").contains(scheme) && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static String word(Use use) {
        return use.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
