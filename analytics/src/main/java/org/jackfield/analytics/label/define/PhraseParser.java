package org.jackfield.analytics.label.define;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jackfield.analytics.transcript.Words;

/**
 * Reads phrases: words, {@code (one|or another)}, {@code [left out or not]}, {@code ...3} for up to three words between,
 * {@code *} for one word, {@code cancel*} for words that begin so, {@code {money > 500 USD}} for a value, {@code <list>} for a
 * list of words with a name, {@code ^} and {@code $} for the edges of a turn.
 */
final class PhraseParser {

    static final int LONGEST_TEXT = 1_000;
    static final int WIDEST_GAP = 12;
    static final int SHORTEST_BEGINNING = 3;
    private static final int USUAL_GAP = 3;
    private static final int DEEPEST = 6;
    private static final String SPECIAL = "()[]{}<>|^$";

    private final Map<String, List<String>> lists;
    private final Map<String, Part> read = new HashMap<>();
    private int depth;

    PhraseParser(Map<String, List<String>> lists) {
        this.lists = lists;
    }

    Phrase parse(String text) {
        depth = 0;
        return new Phrase(text, new Text(text).whole());
    }

    /** Lists name lists; a circle of them runs into the bound on depth. */
    private Part list(String name) {
        Part known = read.get(name);
        if (known != null) {
            return known;
        }
        List<String> entries = lists.get(name);
        if (entries == null) {
            throw new PhraseProblem("no list is called " + name, "add it to \"lists\", or write the words themselves");
        }
        if (++depth > DEEPEST) {
            throw new PhraseProblem("lists within lists too deep at " + name,
                    "at most " + DEEPEST + "; a list cannot contain itself");
        }
        List<Part> parts = new ArrayList<>();
        entries.forEach(entry -> parts.add(new Text(entry).whole()));
        depth--;
        Part part = choice(parts);
        read.put(name, part);
        return part;
    }

    /** Single words side by side are one piece, and so cheap. */
    private static Part choice(List<Part> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        List<String> single = new ArrayList<>();
        List<Part> others = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.Word(List<String> words)) {
                single.addAll(words);
            } else if (part instanceof Part.Choice(List<Part> inner)) {
                others.addAll(inner);
            } else {
                others.add(part);
            }
        }
        if (!single.isEmpty()) {
            others.add(new Part.Word(single.stream().distinct().toList()));
        }
        return others.size() == 1 ? others.getFirst() : new Part.Choice(others);
    }

    private final class Text {

        private final String text;
        private int at;

        Text(String text) {
            this.text = text;
            if (text.length() > LONGEST_TEXT) {
                throw new PhraseProblem("a phrase of " + text.length() + " characters",
                        "at most " + LONGEST_TEXT + "; make several phrases of it");
            }
        }

        Part whole() {
            Part part = alternatives();
            if (at < text.length()) {
                throw new PhraseProblem("'" + text.charAt(at) + "' at character " + (at + 1) + " closes nothing",
                        "open it before, or leave it out");
            }
            return part;
        }

        private Part alternatives() {
            if (++depth > DEEPEST) {
                throw new PhraseProblem("brackets or lists within each other too deep",
                        "at most " + DEEPEST + "; a list cannot contain itself");
            }
            List<Part> alternatives = new ArrayList<>(List.of(sequence()));
            while (at < text.length() && text.charAt(at) == '|') {
                at++;
                alternatives.add(sequence());
            }
            depth--;
            return choice(alternatives);
        }

        private Part sequence() {
            List<Part> parts = new ArrayList<>();
            while (at < text.length() && ")]|".indexOf(text.charAt(at)) < 0) {
                if (Character.isWhitespace(text.charAt(at))) {
                    at++;
                } else {
                    parts.addAll(piece());
                }
            }
            if (parts.isEmpty()) {
                throw new PhraseProblem("nothing stands at character " + (at + 1), "write a word there");
            }
            return parts.size() == 1 ? parts.getFirst() : new Part.Sequence(parts);
        }

        private List<Part> piece() {
            return switch (text.charAt(at)) {
                case '(' -> List.of(bracket(')'));
                case '[' -> List.of(new Part.Maybe(bracket(']')));
                case '{' -> List.of(new Part.Slot(ValueRange.parse(until('}'))));
                case '<' -> List.of(list(until('>').strip()));
                case '^' -> edge(true);
                case '$' -> edge(false);
                case '.' -> List.of(gap());
                default -> words();
            };
        }

        private List<Part> edge(boolean begin) {
            at++;
            return List.of(new Part.Edge(begin));
        }

        private Part bracket(char close) {
            int open = at++;
            Part inner = alternatives();
            if (at >= text.length() || text.charAt(at) != close) {
                throw new PhraseProblem("the bracket at character " + (open + 1) + " is not closed",
                        "write '" + close + "' where it ends");
            }
            at++;
            return inner;
        }

        private String until(char close) {
            int end = text.indexOf(close, at);
            if (end < 0) {
                throw new PhraseProblem("'" + text.charAt(at) + "' at character " + (at + 1) + " is not closed",
                        "write '" + close + "' where it ends");
            }
            String inner = text.substring(at + 1, end);
            at = end + 1;
            return inner;
        }

        private Part gap() {
            int begin = at;
            while (at < text.length() && (text.charAt(at) == '.' || Character.isDigit(text.charAt(at)))) {
                at++;
            }
            String figure = text.substring(begin, at).replace(".", "");
            int most = figure.isEmpty()
                    ? USUAL_GAP
                    : Integer.parseInt(figure.substring(0, Math.min(4, figure.length())));
            if (!text.startsWith("...", begin) || most == 0 || most > WIDEST_GAP) {
                throw new PhraseProblem(
                        "the gap at character " + (begin + 1) + " is none of 1 to " + WIDEST_GAP + " words",
                        "write ...3 for up to three words; use \"near\" with \"words\" for more");
            }
            return new Part.Gap(most);
        }

        private List<Part> words() {
            int begin = at;
            while (at < text.length() && !Character.isWhitespace(text.charAt(at))
                    && SPECIAL.indexOf(text.charAt(at)) < 0
                    && !text.startsWith("...", at)) {
                at++;
            }
            String raw = text.substring(begin, at);
            if (raw.equals("*")) {
                return List.of(new Part.AnyWord());
            }
            boolean beginning = raw.endsWith("*");
            List<String> words = Words.of(raw).list();
            if (words.isEmpty()) {
                throw new PhraseProblem("\"" + raw + "\" contains no word", "leave it out: signs are not said");
            }
            if (beginning && words.getLast().length() < SHORTEST_BEGINNING) {
                throw new PhraseProblem(raw + " stands for too many words",
                        "write at least " + SHORTEST_BEGINNING + " letters before *");
            }
            List<Part> parts = new ArrayList<>();
            for (int i = 0; i < words.size(); i++) {
                boolean last = beginning && i == words.size() - 1;
                parts.add(new Part.Word(List.of(last ? words.get(i) + "*" : words.get(i))));
            }
            return parts;
        }
    }
}
