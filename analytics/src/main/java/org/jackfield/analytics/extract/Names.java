package org.jackfield.analytics.extract;

/**
 * People who name themselves or are named: {@code my name is peter halloran}, {@code this is linda}, {@code felix speaking},
 * {@code am i speaking with tom becker}, and a turn that is nothing but a name.
 */
final class Names implements Rule {

    private static final String RULE = "name";
    private static final int LONGEST = 3;

    @Override
    public int match(Scan scan, int i) {
        Tokens t = scan.tokens;
        return switch (t.word(i).text()) {
            case "name", "name's", "names" -> afterName(scan, i + 1);
            case "this" -> t.is(i + 1, "is") ? introduced(scan, i + 2) : i;
            case "i'm", "im" -> given(scan, i + 1);
            case "am" -> t.is(i - 1, "i") ? given(scan, i + 1) : i;
            case "it's" -> scan.expectation().expects(ValueType.PERSON) || isFull(t, i + 1) ? given(scan, i + 1) : i;
            case "speaking" -> t.is(i + 1, "with") || t.is(i + 1, "to") ? spokenTo(scan, i) : before(scan, i);
            case "here" -> before(scan, i);
            default -> whole(scan, i);
        };
    }

    private static int afterName(Scan scan, int i) {
        Tokens t = scan.tokens;
        int at = i;
        while (t.is(at, "is") || t.is(at, Kind.COLON) || t.is(at, "would") || t.is(at, "be") || t.is(at, "was")) {
            at++;
        }
        int letters = t.is(at, "spelled") ? at + 1 : at;
        int end = letters;
        while (t.length(end) == 1 && Character.isLetter(t.first(end))) {
            end++;
        }
        if (end >= letters + LONGEST) {
            return scan.keep(ValueType.PERSON, t.lower(letters, end).replace(" ", ""), letters, end, "name-spelled");
        }
        return t.is(at, Kind.OF) && !t.is(at + 1, Kind.A) ? keep(scan, at + 1, true) : keep(scan, at, at > i);
    }

    private static int given(Scan scan, int i) {
        return scan.tokens.word(i).has(Word.GIVEN_NAME) ? keep(scan, i, true) : i;
    }

    /** "Am i speaking with" names the other side, "you're speaking with" the own one. */
    private static int spokenTo(Scan scan, int i) {
        int end = scan.tokens.is(i - 1, "you're") ? keep(scan, i + 2, true) : given(scan, i + 2);
        if (end > i + 2 && (scan.tokens.is(i - 1, "i") || scan.tokens.is(i - 1, "am"))) {
            scan.keep(scan.found.removeLast().labelled("caller_name"));
        }
        return end;
    }

    /** "This is deshawn how can i help": an unknown word is a name when what follows an introduction follows it. */
    private static int introduced(Scan scan, int i) {
        Tokens t = scan.tokens;
        boolean follows = t.is(i + 1, "how") || t.is(i + 1, "what") || t.is(i + 1, "speaking") || t.is(i + 1, "with")
                || t.is(i + 1, "from");
        return follows && t.word(i).isUnknown() ? keep(scan, i, true) : given(scan, i);
    }

    private static boolean isFull(Tokens t, int i) {
        return t.word(i).has(Word.GIVEN_NAME) && t.word(i + 1).has(Word.SURNAME);
    }

    /** Keeps the name that begins at a token; {@code i} itself when no name does. */
    private static int keep(Scan scan, int i, boolean certain) {
        Tokens t = scan.tokens;
        if (!isName(t, i) || (!certain && !t.word(i).has(Word.GIVEN_NAME))) {
            return i;
        }
        int end = i + 1;
        while (end < i + LONGEST && isFollower(t, end)) {
            end++;
        }
        return scan.keep(ValueType.PERSON, t.lower(i, end), i, end, RULE);
    }

    /** The name that ends before "here" or "speaking". */
    private static int before(Scan scan, int i) {
        Tokens t = scan.tokens;
        int from = i - 1;
        if (from > 0 && t.word(from - 1).has(Word.GIVEN_NAME) && isFollower(t, from)) {
            from--;
        }
        boolean named = from >= 0 && t.word(from).has(Word.GIVEN_NAME) && (from == 0 || !t.is(from - 1, Kind.IN));
        if (!named) {
            return i;
        }
        scan.takeBack(from);
        scan.keep(ValueType.PERSON, t.lower(from, i), from, i, RULE);
        return i;
    }

    /** A turn of a given name and at most two more names, and nothing else. */
    private static int whole(Scan scan, int i) {
        Tokens t = scan.tokens;
        boolean given = t.word(i).has(Word.GIVEN_NAME) || (scan.expectation().first(ValueType.PERSON) && isName(t, i));
        if (i > 0 || !given || t.size() > LONGEST + 1) {
            return i;
        }
        int end = 1;
        while (end < LONGEST && isFollower(t, end)) {
            end++;
        }
        boolean rest = end == t.size() || (end == t.size() - 1 && (t.is(end, Kind.DOT) || t.is(end, Kind.MARK)));
        boolean alone = end > 1 || scan.expectation().expects(ValueType.PERSON);
        return rest && alone ? scan.keep(ValueType.PERSON, t.lower(0, end), 0, end, RULE) : i;
    }

    private static boolean isFollower(Tokens t, int i) {
        return isName(t, i) && (t.isCapitalised(i) || !t.isCapitalised(i - 1)) && !t.is(i, Kind.DAYPART);
    }

    /** A word that the language does not use otherwise, or one that people bear. */
    private static boolean isName(Tokens t, int i) {
        Word word = t.word(i);
        if (word.has(Word.GIVEN_NAME) || word.has(Word.SURNAME)) {
            return true;
        }
        return word.isUnknown() && t.length(i) > 1 && !endsWithIng(t, i) && Character.isLetter(t.first(i));
    }

    private static boolean endsWithIng(Tokens t, int i) {
        int end = t.start(i) + t.length(i);
        return t.length(i) > 4 && t.text().charAt(end - 1) == 'g' && t.text().charAt(end - 2) == 'n'
                && t.text().charAt(end - 3) == 'i';
    }
}
