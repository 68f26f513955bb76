package org.jackfield.analytics.extract;

/**
 * Cuts a turn into tokens in one pass. Fillers, what stands in square brackets and the hyphen of "twenty-one" are dropped, so the
 * grammar never sees them.
 */
final class Lexer {

    private static final int LONGEST_NUMBER = 18;

    private final Lexicon lexicon;
    private final Word number;
    private final Word ordinal;
    private final Word[] signs = new Word[128];
    private final Word symbol = new Word("", -1, Kind.SYMBOL, 0, Word.PLAIN);

    Lexer(Lexicon lexicon) {
        this.lexicon = lexicon;
        number = new Word("", -1, Kind.NUMBER, 0, Word.PLAIN);
        ordinal = new Word("", -1, Kind.ORDINAL, 0, Word.PLAIN);
        signs("-", Kind.DASH);
        signs(".", Kind.DOT);
        signs("?!;", Kind.MARK);
        signs(",", Kind.COMMA);
        signs(":", Kind.COLON);
        signs("/", Kind.SLASH);
        signs("#", Kind.HASH);
        signs("(", Kind.OPEN);
        signs(")", Kind.CLOSE);
        signs("@", Kind.MAIL_SIGN);
        signs("_", Kind.UNDERSCORE);
        signs("%", Kind.PERCENT);
        signs("$", Kind.SIGN);
    }

    private void signs(String characters, Kind kind) {
        characters.chars().forEach(c -> signs[c] = new Word(Character.toString(c), -1, kind, 0, Word.PLAIN));
    }

    void read(CharSequence text, Tokens tokens) {
        tokens.clear(text);
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c <= ' ' || c == '\u00a0') {
                at++;
            } else if (isDigit(c)) {
                at = number(text, at, tokens);
            } else if (Character.isLetter(c)) {
                at = word(text, at, tokens);
            } else if (c == '[') {
                at = bracket(text, at, tokens);
            } else {
                at = sign(text, at, tokens);
            }
        }
    }

    private int number(CharSequence text, int from, Tokens tokens) {
        int at = from;
        long value = 0;
        while (at < text.length() && isDigit(text.charAt(at))) {
            value = at - from < LONGEST_NUMBER ? value * 10 + text.charAt(at) - '0' : -1;
            at++;
        }
        int behind = ordinalEnd(text, at);
        tokens.add(behind > at ? ordinal : number, value, from, behind);
        return behind;
    }

    private static int ordinalEnd(CharSequence text, int at) {
        if (at + 2 > text.length() || (at + 2 < text.length() && Character.isLetter(text.charAt(at + 2)))) {
            return at;
        }
        char first = Lexicon.fold(text.charAt(at));
        char second = Lexicon.fold(text.charAt(at + 1));
        boolean ordinal = (first == 's' && second == 't') || (first == 'n' && second == 'd')
                || (first == 'r' && second == 'd')
                || (first == 't' && second == 'h');
        return ordinal ? at + 2 : at;
    }

    private int word(CharSequence text, int from, Tokens tokens) {
        int at = from + 1;
        while (at < text.length() && (Character.isLetter(text.charAt(at)) || isApostrophe(text, at))) {
            at++;
        }
        Word word = lexicon.find(text, from, at);
        if (word.kind() == Kind.FILLER) {
            return at;
        }
        if (word.text().equals("know") && isYouKnow(tokens)) {
            tokens.removeLast();
            return at;
        }
        tokens.add(word, word.value(), from, at);
        return at;
    }

    /** "You know" is a filler unless it is asked or told: "do you know", "as you know". */
    private static boolean isYouKnow(Tokens tokens) {
        int last = tokens.size() - 1;
        return tokens.is(last, "you") && !tokens.is(last - 1, "do") && !tokens.is(last - 1, "let")
                && !tokens.is(last - 1, "as")
                && !tokens.is(last - 1, "if") && !tokens.is(last - 1, "would");
    }

    private static boolean isApostrophe(CharSequence text, int at) {
        char c = text.charAt(at);
        return (c == '\'' || c == '\u2019') && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
    }

    private int bracket(CharSequence text, int from, Tokens tokens) {
        int at = from + 1;
        while (at < text.length() && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == ']') {
            return at + 1;
        }
        tokens.add(symbol, 0, from, from + 1);
        return from + 1;
    }

    private int sign(CharSequence text, int from, Tokens tokens) {
        char c = text.charAt(from);
        Word sign = c < signs.length && signs[c] != null ? signs[c] : symbol;
        int last = tokens.size() - 1;
        boolean joins = sign.kind() == Kind.DASH && tokens.is(last, Kind.TENS) && from + 1 < text.length()
                && Character.isLetter(text.charAt(from + 1)) && tokens.endBefore(last + 1) == from;
        if (joins) {
            return from + 1;
        }
        switch (c) {
            case '\u20ac' -> tokens.add(signs['$'], 1, from, from + 1);
            case '\u00a3' -> tokens.add(signs['$'], 2, from, from + 1);
            default -> tokens.add(sign, 0, from, from + 1);
        }
        return from + 1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
