package org.jackfield.analytics.extract;

/** Tells the "today" of a phrase of courtesy from the one that is a date. */
final class Courtesy {

    private static final int REACH = 8;

    private Courtesy() {}

    static boolean isToday(Tokens t, int i) {
        if (!t.is(i, "today")) {
            return false;
        }
        if (i == 0 && (t.is(1, "we") || t.is(1, "our"))) {
            return true;
        }
        for (int at = i - 1; at >= 0 && at >= i - REACH && !t.is(at, Kind.MARK); at--) {
            if (isCourteous(t, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCourteous(Tokens t, int at) {
        if (t.has(at, Word.COURTESY)) {
            return true;
        }
        return switch (t.word(at).text()) {
            case "all", "it", "everything" -> t.is(at - 1, "that's") || t.is(at - 1, "be") || t.is(at - 1, "is");
            case "do" -> t.is(at + 1, "for") && t.is(at + 2, "you");
            case "are" -> t.is(at - 1, "how") && t.is(at + 1, "you");
            case "for" -> t.is(at + 1, "you") && t.is(at + 2, "today");
            case "doing" -> t.is(at - 1, "you");
            case "need", "needed", "have" -> t.is(at - 1, "i") && (t.is(at - 2, "all") || t.is(at - 2, "everything"));
            case "day" -> t.is(at - 2, "a") || t.is(at - 2, "great") || t.is(at - 1, "a");
            case "not" -> t.is(at + 1, "today");
            default -> false;
        };
    }
}
