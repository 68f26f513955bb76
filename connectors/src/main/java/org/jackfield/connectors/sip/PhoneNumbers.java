package org.jackfield.connectors.sip;

import java.util.regex.Pattern;
import javax.sip.address.SipURI;
import javax.sip.address.TelURL;
import javax.sip.address.URI;

/** Numbers and users as the engine names them. */
final class PhoneNumbers {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{1,14}");
    private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{6,14}");
    private static final int LONGEST_NAME = 128;

    private PhoneNumbers() {}

    static boolean isNumber(String text) {
        return E164.matcher(text).matches();
    }

    /** The number in E.164 form when the URI names one (the plus may be missing), else {@code sip:user@host}. */
    static String name(URI uri) {
        if (uri instanceof TelURL tel) {
            return number(tel.isGlobal() ? "+" + tel.getPhoneNumber() : tel.getPhoneNumber());
        }
        if (uri instanceof SipURI sip) {
            String user = sip.getUser() == null ? "" : sip.getUser();
            String number = number(user);
            return isNumber(number) ? number : bounded("sip:" + (user.isEmpty() ? "" : user + "@") + sip.getHost());
        }
        return "sip:anonymous@anonymous.invalid";
    }

    private static String number(String text) {
        String digits = text.replaceAll("[-.()]", "");
        return DIGITS.matcher(digits).matches() ? "+" + digits : bounded(digits);
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME);
    }
}
