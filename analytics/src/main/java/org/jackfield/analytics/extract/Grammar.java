package org.jackfield.analytics.extract;

import java.util.EnumMap;
import java.util.Map;

/**
 * Which rules may find a value that begins with a kind of token, the surest first. A turn is read once from left to right; behind a
 * value the reading goes on.
 */
final class Grammar {

    private static final Rule[] NONE = {};

    private final Map<Kind, Rule[]> byKind = new EnumMap<>(Kind.class);

    Grammar(Scan scan, Cues cues, int bank) {
        Rule names = new Names();
        Rule emails = new Emails();
        Rule dates = new Dates(scan.tokens, scan.numbers, scan.amount);
        Rule times = new Times(scan, cues);
        Rule percents = new Percents();
        Rule durations = new Durations();
        Rule codes = new Codes(cues);
        Rule[] numbers = {dates, new Addresses(), times, percents, new Money(), durations, codes, new Bare(scan, cues)};
        for (Kind kind : new Kind[]{Kind.NUMBER, Kind.ZERO, Kind.OH, Kind.UNIT, Kind.TEEN, Kind.TENS, Kind.HUNDRED,
            Kind.SCALE,
            Kind.TIMES, Kind.POINT, Kind.A}) {
            byKind.put(kind, numbers);
        }
        byKind.put(Kind.FRACTION, new Rule[]{times, percents, durations});
        for (Kind kind : new Kind[]{Kind.MONTH, Kind.WEEKDAY, Kind.RELATIVE, Kind.THE, Kind.ORDINAL, Kind.PERIOD}) {
            byKind.put(kind, new Rule[]{names, dates});
        }
        byKind.put(Kind.NEXT, new Rule[]{names, dates});
        byKind.put(Kind.DAYPART, new Rule[]{times});
        byKind.put(Kind.NOON, new Rule[]{times});
        byKind.put(Kind.SIGN, new Rule[]{new Money()});
        byKind.put(Kind.OPEN, new Rule[]{new Phones()});
        byKind.put(Kind.AT, new Rule[]{emails});
        byKind.put(Kind.MAIL_SIGN, new Rule[]{emails});
        byKind.put(Kind.LETTER, new Rule[]{codes});
        byKind.put(Kind.NAMING, new Rule[]{names});
        byKind.put(Kind.MERIDIEM, new Rule[]{names});
        byKind.put(Kind.ACCOUNT, new Rule[]{new Accounts(cues, bank)});
        byKind.put(Kind.OTHER, new Rule[]{names, codes, new CrumbledEmails()});
    }

    void read(Scan scan) {
        int i = 0;
        while (i < scan.tokens.size()) {
            i = Math.max(i + 1, match(scan, i));
        }
    }

    private int match(Scan scan, int i) {
        for (Rule rule : byKind.getOrDefault(scan.tokens.kind(i), NONE)) {
            int behind = rule.match(scan, i);
            if (behind > i) {
                return behind;
            }
        }
        return i;
    }
}
