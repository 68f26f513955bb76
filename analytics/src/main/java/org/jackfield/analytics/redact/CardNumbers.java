package org.jackfield.analytics.redact;

/** Tells card numbers from other digits: length, first digits and check digit (ISO/IEC 7812-1, annex B). */
final class CardNumbers {

    static final int SHORTEST = 13;
    static final int LONGEST = 19;

    private CardNumbers() {}

    static boolean isOne(CharSequence digits) {
        return digits.length() >= SHORTEST && digits.length() <= LONGEST && isIssued(digits) && isChecked(digits);
    }

    /** Whether cards whose numbers begin so have this many digits. */
    static boolean isIssued(CharSequence digits) {
        char first = digits.charAt(0);
        char second = digits.charAt(1);
        return switch (digits.length()) {
            case 14 -> first == '3' && (second == '0' || second == '6' || second == '8' || second == '9');
            case 15 -> first == '3' && (second == '4' || second == '7');
            case 16 -> (first >= '3' && first <= '6') || (first == '2' && second >= '2' && second <= '7');
            default -> first >= '4' && first <= '6';
        };
    }

    private static boolean isChecked(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int twice = digit * 2;
            sum += i % 2 == 0 ? digit : twice > 9 ? twice - 9 : twice;
        }
        return sum % 10 == 0;
    }
}
