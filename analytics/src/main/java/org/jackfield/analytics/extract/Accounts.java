package org.jackfield.analytics.extract;

import java.util.Optional;

/** The kinds of account and of card: {@code my checking account}, {@code to savings}, {@code a debit card}. */
final class Accounts implements Rule {

    private static final int REACH = 3;

    private final Cues cues;
    private final int bank;

    Accounts(Cues cues, int bank) {
        this.cues = cues;
        this.bank = bank;
    }

    @Override
    public int match(Scan scan, int i) {
        Tokens t = scan.tokens;
        if (t.is(i, "debit") || t.is(i, "credit")) {
            return t.is(i + 1, "card")
                    ? keep(scan,
                            new Scan.Found(ValueType.CATEGORY, t.word(i).text(), i, i + 2, Optional.of("card_type"),
                                    "card"))
                    : i;
        }
        boolean account = t.is(i + 1, "account") || t.is(i + 1, "accounts");
        if (!account && (isVerb(t, i) || (cues.topicAt(i) != bank && !isMovedFromOrTo(t, i)))) {
            return i;
        }
        String kind = t.is(i, "checking") ? "checking" : "savings";
        String label = isDestination(scan, i, account ? i + 2 : i + 1) ? "destination_account" : "source_account";
        return keep(scan,
                new Scan.Found(ValueType.CATEGORY, kind, i, account ? i + 2 : i + 1, Optional.of(label), "account"));
    }

    private static int keep(Scan scan, Scan.Found value) {
        return scan.keep(value);
    }

    /** "to savings" is an account whatever they talk about; "to checking" may still be something that somebody does. */
    private static boolean isMovedFromOrTo(Tokens t, int i) {
        return t.is(i, "savings") && (t.is(i - 1, Kind.TO) || t.is(i - 1, "into") || t.is(i - 1, "from"));
    }

    private static boolean isVerb(Tokens t, int i) {
        return t.is(i, "checking") && (t.is(i + 1, Kind.IN, Kind.THE) || t.is(i + 1, "out") || t.is(i + 1, "on")
                || t.is(i + 1, "my") || t.is(i + 1, "for") || (t.is(i - 1, "for") && t.is(i - 2, "thanks")));
    }

    private static boolean isDestination(Scan scan, int from, int to) {
        Tokens t = scan.tokens;
        if (t.is(to, Kind.OF)) {
            return true;
        }
        for (int at = from - 1; at >= 0 && at >= from - REACH; at--) {
            if (t.is(at, Kind.TO) || t.is(at, "into") || t.is(at, "their") || isPossessive(t, at)) {
                return true;
            }
            if (t.is(at, "from") || (t.is(at, "my") && !t.is(at - 1, Kind.TO) && !t.is(at - 1, "into"))) {
                return false;
            }
        }
        return scan.expectation().asks("destination_account");
    }

    private static boolean isPossessive(Tokens t, int i) {
        int end = t.start(i) + t.length(i);
        char last = t.text().charAt(end - 1);
        char apostrophe = t.length(i) > 2 ? t.text().charAt(end - 2) : ' ';
        return last == 's' && (apostrophe == '\'' || apostrophe == '\u2019') && !t.is(i, Kind.NAMING)
                && !t.word(i).has(Word.PLAIN);
    }
}
