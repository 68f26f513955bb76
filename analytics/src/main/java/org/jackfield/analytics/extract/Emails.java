package org.jackfield.analytics.extract;

/**
 * Addresses of mail, written ({@code jane@x.com}) and said ({@code lena dot ortiz at example dot com}, {@code jane at gmail com}).
 */
final class Emails implements Rule {

    private static final String RULE = "email";
    private static final int LONGEST = 12;

    @Override
    public int match(Scan scan, int i) {
        return scan.tokens.is(i, Kind.MAIL_SIGN) ? written(scan, i) : said(scan, i);
    }

    private static int written(Scan scan, int sign) {
        Tokens t = scan.tokens;
        int from = sign;
        while (from > 0 && from > sign - 2 * LONGEST && t.isGlued(from) && isPart(t, from - 1)) {
            from--;
        }
        int to = sign + 1;
        while (to < sign + LONGEST && t.isGlued(to) && isPart(t, to) && (isWord(t, to) || t.isGlued(to + 1))) {
            to++;
        }
        if (from == sign || to == sign + 1 || !t.isGlued(from + 1)) {
            return sign;
        }
        scan.takeBack(from);
        return scan.keep(ValueType.EMAIL, t.lower(from, to), from, to, RULE);
    }

    private static boolean isPart(Tokens t, int i) {
        return isWord(t, i) || t.is(i, Kind.DOT, Kind.DASH) || t.is(i, Kind.UNDERSCORE);
    }

    private static boolean isWord(Tokens t, int i) {
        return t.is(i, Kind.NUMBER, Kind.ORDINAL) || (t.length(i) > 0 && Character.isLetter(t.first(i)));
    }

    private static int said(Scan scan, int at) {
        Tokens t = scan.tokens;
        int to = domain(t, at + 1);
        if (to == at + 1) {
            return at;
        }
        int from = name(t, at);
        if (from == at) {
            return at;
        }
        scan.takeBack(from);
        StringBuilder address = new StringBuilder();
        spell(t, from, at, address);
        address.append('@');
        int host = address.length();
        spell(t, at + 1, to, address);
        if (address.indexOf(".", host) < 0) {
            address.insert(address.length() - t.length(to - 1), '.');
        }
        return scan.keep(ValueType.EMAIL, address.toString(), from, to, RULE);
    }

    private static int domain(Tokens t, int i) {
        if (t.is(i, Kind.MAILHOST) && t.is(i + 1, Kind.TLD)) {
            return i + 2;
        }
        for (int at = i; at < i + 4 && isWord(t, at); at++) {
            if (isDot(t, at + 1)) {
                int end = suffix(t, at + 1);
                return end > at + 1 ? end : i;
            }
        }
        return i;
    }

    private static int suffix(Tokens t, int dot) {
        int at = dot;
        while (isDot(t, at) && at < dot + 6 && isWord(t, at + 1)) {
            at += 2;
            if (t.is(at - 1, Kind.TLD)) {
                return isDot(t, at) && t.length(at + 1) == 2 ? at + 2 : at;
            }
        }
        return at > dot && t.length(at - 1) == 2 ? at : dot;
    }

    private static boolean isDot(Tokens t, int i) {
        return (t.is(i, Kind.DOT) && (t.length(i) > 1 || (t.isGlued(i) && t.isGlued(i + 1)))) || t.is(i, Kind.POINT);
    }

    /** Walks back over what can stand before the sign; words without a sign between them are one name only when they are told as one. */
    private static int name(Tokens t, int at) {
        int from = at;
        while (from > 0 && from > at - LONGEST && joins(t, from - 1, at)) {
            from--;
        }
        while (from < at && (isDot(t, from) || t.is(from, Kind.DASH))) {
            from++;
        }
        return from;
    }

    private static boolean joins(Tokens t, int i, int at) {
        if (isDot(t, i) || t.is(i, Kind.UNDERSCORE, Kind.DASH)) {
            return i > 0 && isWord(t, i - 1);
        }
        boolean plain = t.word(i).has(Word.PLAIN) || t.is(i, Kind.TO, Kind.NAMING) || t.is(i, "email")
                || t.is(i, "address");
        if (isDigit(t, i)) {
            return true;
        }
        if (!isWord(t, i) || plain) {
            return false;
        }
        boolean last = i == at - 1 || isDot(t, i + 1) || t.is(i + 1, Kind.UNDERSCORE, Kind.DASH);
        return last || isDigit(t, i + 1) || t.length(i) == 1 || t.length(i + 1) == 1
                || t.word(i).has(Word.GIVEN_NAME);
    }

    private static boolean isDigit(Tokens t, int i) {
        return switch (t.kind(i)) {
            case NUMBER, ZERO, OH, UNIT, TEEN, TENS -> true;
            default -> false;
        };
    }

    private static void spell(Tokens t, int from, int to, StringBuilder out) {
        for (int i = from; i < to; i++) {
            switch (t.kind(i)) {
                case ZERO, OH, UNIT, TEEN, TENS -> {
                    boolean pair = t.is(i, Kind.TENS) && t.is(i + 1, Kind.UNIT) && i + 1 < to;
                    out.append(t.value(i) + (pair ? t.value(++i) : 0));
                }
                case DOT, POINT -> out.append('.');
                case UNDERSCORE -> out.append('_');
                case DASH -> out.append('-');
                default -> t.append(out, i);
            }
        }
    }
}
