package org.jackfield.house;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One comment of a source file, its markers included; {@code end} is the offset behind it.
 */
record Comment(int start, int end, String text) {

    /** Literals come first, so that comment marks inside them do not count. */
    private static final Pattern TOKEN = Pattern.compile("""
            \"""(?s:.*?)(?<!\\\\)\"""|"(?:\\\\.|[^"\\\\\\n])*"|'(?:\\\\.|[^'\\\\\\n])+'|(//[^\\n]*|/\\*(?s:.*?)\\*/)"""
            .strip());

    static List<Comment> of(String source) {
        List<Comment> comments = new ArrayList<>();
        Matcher token = TOKEN.matcher(source);
        while (token.find()) {
            String text = token.group(1);
            if (text != null) {
                comments.add(new Comment(token.start(), token.end(), text));
            }
        }
        return List.copyOf(comments);
    }

    boolean isJavadoc() {
        return text.startsWith("/**");
    }

    /** The lines without the comment marks. */
    List<String> lines() {
        return text.lines()
                .map(line -> line.strip().replaceFirst("^(//+|/\\*+|\\*+(?!/))", "").replaceFirst("\\*+/$", "").strip())
                .toList();
    }
}
