package org.jackfield.analytics.search.language;

import org.jackfield.analytics.search.language.QueryProblem.Code;

/** A query's characters and how far they are read. */
final class QueryText {

    private static final String SPECIAL = "()\":<>=";

    private final String text;
    private int at;

    QueryText(String text) {
        this.text = text;
    }

    int at() {
        return at;
    }

    void backTo(int place) {
        at = place;
    }

    Place since(int start) {
        return new Place(start, at);
    }

    boolean isAtEnd() {
        skipBlanks();
        return at >= text.length();
    }

    void skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    /** The next character, or a blank at the end. */
    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : ' ';
    }

    boolean take(char expected) {
        if (at < text.length() && text.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }

    /** Takes a word that stands alone, after blanks; or stays where it is. */
    boolean takeWord(String expected) {
        int before = at;
        skipBlanks();
        if (run().equals(expected)) {
            return true;
        }
        at = before;
        return false;
    }

    /** Whether a word stands alone next. */
    boolean isWordNext(String expected) {
        int before = at;
        boolean found = takeWord(expected);
        at = before;
        return found;
    }

    /** Characters up to a blank or a sign of the language; may be none. */
    String run() {
        int start = at;
        while (at < text.length() && !isBlank(text.charAt(at)) && SPECIAL.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    /** Characters up to a blank or a closing bracket: a literal may have colons. */
    String literal() {
        skipBlanks();
        int start = at;
        while (at < text.length() && !isBlank(text.charAt(at)) && "()\"".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    /** What stands in quotation marks that open here. */
    String quoted() {
        int close = text.indexOf('"', at + 1);
        if (close < 0) {
            throw new InvalidQueryException(Code.UNBALANCED, new Place(at, text.length()),
                    "the quotation mark is not closed", "write \" where the phrase ends");
        }
        String inner = text.substring(at + 1, close);
        at = close + 1;
        return inner;
    }

    private static boolean isBlank(char each) {
        return Character.isWhitespace(each) || Character.isISOControl(each) || Character.isSpaceChar(each);
    }
}
