package org.jackfield.analytics.extract;

/** Addresses of mail as chats that lose their signs leave them: {@code janegmailcom}. */
final class CrumbledEmails implements Rule {

    private static final int SHORTEST = 10;
    private static final String[] ENDS = {"mailcom", "yahoocom", "outlookcom", "aolcom"};

    @Override
    public int match(Scan scan, int i) {
        Tokens t = scan.tokens;
        if (t.length(i) < SHORTEST || !t.word(i).isUnknown()) {
            return i;
        }
        String text = t.lower(i, i + 1);
        for (String end : ENDS) {
            if (text.endsWith(end)) {
                return scan.keep(ValueType.EMAIL, text, i, i + 1, "email-crumbled");
            }
        }
        return i;
    }
}
