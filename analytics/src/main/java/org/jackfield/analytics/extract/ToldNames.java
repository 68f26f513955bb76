package org.jackfield.analytics.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The name that several attempts to tell it agree on. Readings in words vote for a first and a last name, known names count more; an
 * attempt that spells tells which of them it is.
 */
final class ToldNames {

    private static final double KNOWN = 0.6;
    private static final double SPELLING = 9;
    private static final int SHORTEST_SPELLED = 3;

    private final Lexicon lexicon;
    private final Sounds sounds;
    private final Map<String, Double> first = new LinkedHashMap<>();
    private final Map<String, Double> last = new LinkedHashMap<>();
    private final List<List<String>> spelled = new ArrayList<>();

    ToldNames(Lexicon lexicon, Sounds sounds) {
        this.lexicon = lexicon;
        this.sounds = sounds;
    }

    Optional<String> best(List<Attempt> attempts) {
        first.clear();
        last.clear();
        spelled.clear();
        attempts.forEach(this::hear);
        String best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (Map.Entry<String, Double> given : first.entrySet()) {
            for (Map.Entry<String, Double> family : last.entrySet()) {
                double score = given.getValue() + family.getValue() + spelling(given.getKey(), family.getKey());
                if (score > most) {
                    most = score;
                    best = given.getKey() + " " + family.getKey();
                }
            }
        }
        return Optional.ofNullable(best).or(() -> first.keySet().stream().findFirst());
    }

    private void hear(Attempt attempt) {
        for (int place = 0; place < attempt.readings().size(); place++) {
            String reading = attempt.readings().get(place);
            String[] words = reading.toLowerCase(Locale.ROOT).replace('-', ' ').strip().split("\\s+", -1);
            if (isSpelled(reading, words)) {
                String letters = String.join("", words);
                String told = sounds.told(reading).toLowerCase(Locale.ROOT);
                if (place == 0) {
                    spelled.add(List.of(letters.toUpperCase(Locale.ROOT), told.toUpperCase(Locale.ROOT)));
                }
                spelledName(letters, Attempt.weight(place));
                spelledName(told, Attempt.weight(place));
            } else {
                words(words, Attempt.weight(place));
            }
        }
    }

    /** Most of its words are letters, or words that stand for them. */
    private boolean isSpelled(String reading, String[] words) {
        return words.length >= SHORTEST_SPELLED && sounds.scraps(reading) * 2 > words.length;
    }

    /** Spelled letters that make a known name are one. */
    private void spelledName(String all, double weight) {
        if (has(all, Word.GIVEN_NAME)) {
            vote(first, all, weight, Word.GIVEN_NAME);
        }
        for (int cut = 2; cut < all.length() - 1; cut++) {
            String given = all.substring(0, cut);
            String family = all.substring(cut);
            if (has(given, Word.GIVEN_NAME) && has(family, Word.SURNAME)) {
                vote(first, given, weight, Word.GIVEN_NAME);
                vote(last, family, weight, Word.SURNAME);
            }
        }
    }

    private void words(String[] words, double weight) {
        if (words.length == 1) {
            boolean given = has(words[0], Word.GIVEN_NAME) || !has(words[0], Word.SURNAME);
            if (!words[0].isEmpty()) {
                vote(given ? first : last, words[0], weight, given ? Word.GIVEN_NAME : Word.SURNAME);
            }
            return;
        }
        vote(first, words[words.length - 2], weight, Word.GIVEN_NAME);
        vote(last, words[words.length - 1], weight, Word.SURNAME);
    }

    private void vote(Map<String, Double> votes, String name, double weight, int trait) {
        votes.merge(name, weight * (has(name, trait) ? 1 + KNOWN : 1), Double::sum);
    }

    private boolean has(String word, int trait) {
        return lexicon.find(word, 0, word.length()).has(trait);
    }

    private double spelling(String given, String family) {
        double sum = 0;
        String one = given.toUpperCase(Locale.ROOT);
        String both = one + family.toUpperCase(Locale.ROOT);
        for (List<String> variants : spelled) {
            double distance = variants.stream()
                    .mapToDouble(letters -> Math.min(apart(letters, one), apart(letters, both)))
                    .min()
                    .orElse(1);
            sum += SPELLING * (1 - distance);
        }
        return sum;
    }

    private double apart(String letters, String name) {
        return sounds.distance(letters, name) / Math.max(letters.length(), name.length());
    }
}
