package org.jackfield.analytics.redact;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The digits that were found to be secret, to know them again when they are said once more. Not for several threads. */
final class ToldSecrets {

    /** So many digits of a number are known again anywhere, and so many right beside it. */
    private static final int RECOGNISABLE = 4;
    private static final int RECOGNISABLE_NEAR = 3;
    private static final int WHOLE = 6;
    private static final int MOST = 64;

    private record Known(Secret secret, String digits) {}

    private final Set<Known> known = new LinkedHashSet<>();

    void add(Secret secret, String digits) {
        if (known.size() < MOST && digits.length() > 2) {
            known.add(new Known(secret, digits));
        }
    }

    /**
     * What digits are that are, or are a part of, something known.
     *
     * @param near whether something was told in the turn before or after
     */
    Optional<Secret> of(String digits, boolean near) {
        int least = near ? RECOGNISABLE_NEAR : RECOGNISABLE;
        return known.stream()
                .filter(one -> one.digits().equals(digits)
                        || (digits.length() >= least && one.digits().contains(digits))
                        || (one.digits().length() >= WHOLE && digits.contains(one.digits())))
                .map(Known::secret)
                .findFirst();
    }
}
