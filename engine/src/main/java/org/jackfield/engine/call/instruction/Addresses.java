package org.jackfield.engine.call.instruction;

import java.util.regex.Pattern;

/** Where a leg can be sent: a number in E.164 form, or {@code sip:user@host} without headers. */
public final class Addresses {

    private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{1,14}");
    private static final Pattern SIP = Pattern
            .compile(
                    "sips?:[A-Za-z0-9_.!~*'()&=+$,;/%-]{1,128}@[A-Za-z0-9.\\[\\]:-]{1,253}(;[A-Za-z0-9=._-]{1,64}){0,8}");

    private Addresses() {}

    /** Whether a leg can be sent there. */
    public static boolean isDialable(String address) {
        return NUMBER.matcher(address).matches() || SIP.matcher(address).matches();
    }
}
