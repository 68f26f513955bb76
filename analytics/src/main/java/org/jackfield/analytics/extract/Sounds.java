package org.jackfield.analytics.extract;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What letters and digits sound like: which words recognisers write for them, and how easily one is taken for another. Costs are
 * between 0 (the same) and 1 (nothing alike). Immutable.
 */
final class Sounds {

    static final double GAP = 0.7;

    private static final double ALIKE = 0.35;
    private static final double CLOSE = 0.2;
    private static final double SAME = 0.05;
    /** A word stands for its first letter, as "bravo" does; less sure than the letter itself. */
    private static final int LETTERS_ONLY = 3;
    private static final String[] RHYMES = {"BCDEGPTVZ3", "AHJK8", "MN", "FSX", "IY5", "QUW2", "LO", "RA", "V5", "H8",
        "4FR", "1N", "9N"};
    private static final String[] TWINS = {"A8", "H8", "V5", "I1", "MN", "E3", "BD", "BP", "TP", "DT", "GJ", "SF", "Q2",
        "AE", "BV", "AK", "PB", "GD", "E8", "CZ"};
    private static final String[] EQUALS = {"O0"};

    private final Map<String, String> words = new HashMap<>();
    private final double[][] costs = new double[128][128];

    Sounds() {
        Lexicon.lines("sounds.txt").forEach(line -> {
            String[] cells = line.split(" ", -1);
            Arrays.stream(cells).skip(1).forEach(word -> words.put(word, cells[0]));
        });
        Arrays.stream(costs).forEach(row -> Arrays.fill(row, 1));
        Arrays.stream(RHYMES).forEach(group -> set(group, ALIKE));
        Arrays.stream(TWINS).forEach(group -> set(group, CLOSE));
        Arrays.stream(EQUALS).forEach(group -> set(group, SAME));
        for (int c = 0; c < costs.length; c++) {
            costs[c][c] = 0;
        }
    }

    private void set(String group, double cost) {
        group.chars()
                .forEach(one -> group.chars().forEach(other -> costs[one][other] = Math.min(cost, costs[one][other])));
    }

    double cost(char one, char other) {
        return one < costs.length && other < costs.length ? costs[one][other] : 1;
    }

    /** The letters and digits that a text tells: {@code "g y 8 m to hate l"} gives {@code GY8M28L}. */
    String told(String text) {
        String[] told = words(text);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < told.length; i++) {
            if (isExample(told, i)) {
                i += 2;
            }
            String word = told[i];
            String known = words.get(word);
            if (known != null) {
                out.append(known);
            } else if (word.length() <= LETTERS_ONLY || word.chars().anyMatch(Character::isDigit)) {
                out.append(word.toUpperCase(Locale.ROOT).replace("'", ""));
            } else {
                out.append(Character.toUpperCase(word.charAt(0)));
            }
        }
        return out.toString();
    }

    private static String[] words(String text) {
        return text.toLowerCase(Locale.ROOT).split("[^a-z0-9']+", -1);
    }

    /** In "s for sugar" the word is surer than the letter. */
    private static boolean isExample(String[] told, int i) {
        return i + 2 < told.length && told[i].length() == 1 && (told[i + 1].equals("for") || told[i + 1].equals("4"))
                && told[i + 2].length() > LETTERS_ONLY;
    }

    /** How many words of a text are letters, digits, or words that recognisers write for them. */
    int scraps(String text) {
        int scraps = 0;
        for (String word : words(text)) {
            scraps += word.length() <= 2 || words.containsKey(word) ? 1 : 0;
        }
        return scraps;
    }

    /** Whether a text uses a spelling alphabet, which is surer than bare letters. */
    boolean isAlphabet(String text) {
        int examples = 0;
        for (String word : words(text)) {
            examples += word.length() > LETTERS_ONLY && words.containsKey(word) ? 1 : 0;
        }
        return examples >= 2;
    }

    /** How much must be taken for something else to hear {@code heard} where {@code meant} was told. */
    double distance(String heard, String meant) {
        double[] row = new double[meant.length() + 1];
        for (int j = 1; j <= meant.length(); j++) {
            row[j] = j * GAP;
        }
        for (int i = 1; i <= heard.length(); i++) {
            double diagonal = row[0];
            row[0] = i * GAP;
            for (int j = 1; j <= meant.length(); j++) {
                double replaced = diagonal + cost(heard.charAt(i - 1), meant.charAt(j - 1));
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + GAP);
            }
        }
        return row[meant.length()];
    }
}
