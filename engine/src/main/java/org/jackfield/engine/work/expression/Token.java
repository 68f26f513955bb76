package org.jackfield.engine.work.expression;

/** A word of the language and where it starts. */
record Token(Kind kind, String text, int position) {

    enum Kind {
        NAME,
        STRING,
        NUMBER,
        OPERATOR,
        OPEN,
        CLOSE,
        OPEN_LIST,
        CLOSE_LIST,
        COMMA,
        DOT,
        END
    }

    boolean isWord(String word) {
        return kind == Kind.NAME && text.equalsIgnoreCase(word);
    }

    /** As an error message shows it. */
    String shown() {
        return kind == Kind.END ? "the end" : "'" + text + "'";
    }
}
