package org.jackfield.engine.tenant;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;

/**
 * A flow as an address: {@code flow:KEY} runs the newest version of the process definition with that key,
 * {@code flow:KEY@VERSION} that version. Accepted wherever a voice address is.
 */
public record FlowAddress(String key, OptionalInt version) {

    private static final Pattern FORM = Pattern.compile("flow:([A-Za-z_][A-Za-z0-9_.-]{0,127})(?:@([1-9][0-9]{0,8}))?");

    public static boolean isFlow(String address) {
        return address.startsWith("flow:");
    }

    public static FlowAddress parse(String address) {
        Matcher form = FORM.matcher(address);
        if (!form.matches()) {
            throw new DomainException(ErrorCode.INVALID_PARAMETER,
                    "'" + address + "' is not flow:KEY or flow:KEY@VERSION");
        }
        String version = form.group(2);
        return new FlowAddress(form.group(1),
                version == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(version)));
    }

    @Override
    public String toString() {
        return "flow:" + key + (version.isPresent() ? "@" + version.getAsInt() : "");
    }
}
