package org.jackfield.analytics.extract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The British postcode that several attempts to tell it agree on best. Each reading is bent to the forms that postcodes have (BS 7666);
 * of the candidates the one wins that all attempts together are nearest to.
 */
final class Postcodes {

    /** A stands for a letter, 9 for a digit, a for a letter of the inward part. */
    private static final List<String> FORMS = List.of("A99aa", "A999aa", "AA99aa", "AA999aa", "A9A9aa", "AA9A9aa");
    private static final String INWARD = "ABDEFGHJLNPQRSTUWXYZ";
    private static final List<String> AREAS = List
            .of(("AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG "
                    + "DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL "
                    + "LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST "
                    + "SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE").split(" ", -1));
    private static final double NO_AREA = 1.5;
    private static final double FARTHEST_AREA = 0.8;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String DIGITS = "0123456789";
    private static final double PER_PLACE = 0.05;
    private static final double NOTHING_HEARD = 3;
    private static final double ALPHABET = 2;
    private static final int LONGEST = 14;

    private final Sounds sounds;

    Postcodes(Sounds sounds) {
        this.sounds = sounds;
    }

    Optional<String> best(List<Attempt> attempts) {
        Set<String> candidates = new LinkedHashSet<>();
        attempts.forEach(attempt -> attempt.readings().forEach(reading -> bend(reading, candidates)));
        List.copyOf(candidates).forEach(candidate -> otherAreas(candidate, candidates));
        String best = null;
        double least = Double.MAX_VALUE;
        for (String candidate : candidates) {
            double cost = attempts.stream().mapToDouble(attempt -> cost(attempt, candidate)).sum()
                    + (AREAS.contains(area(candidate)) ? 0 : NO_AREA);
            if (cost < least) {
                least = cost;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The same with areas that sound alike: nobody lives in JO, so it was GO. */
    private void otherAreas(String candidate, Set<String> candidates) {
        String area = area(candidate);
        for (String other : AREAS) {
            if (sounds.distance(area, other) <= FARTHEST_AREA) {
                candidates.add(other + candidate.substring(area.length()));
            }
        }
    }

    private static String area(String candidate) {
        return Character.isLetter(candidate.charAt(1)) ? candidate.substring(0, 2) : candidate.substring(0, 1);
    }

    private double cost(Attempt attempt, String candidate) {
        double least = NOTHING_HEARD;
        for (int place = 0; place < attempt.readings().size(); place++) {
            String told = sounds.told(attempt.readings().get(place));
            if (told.length() <= LONGEST) {
                double sure = sounds.isAlphabet(attempt.readings().get(place)) ? ALPHABET : 1;
                least = Math.min(least, sure * sounds.distance(told, candidate) + place * PER_PLACE);
            }
        }
        return least;
    }

    private void bend(String reading, Set<String> candidates) {
        String told = sounds.told(reading);
        if (told.length() > LONGEST) {
            return;
        }
        FORMS.forEach(form -> bend(told, form).ifPresent(candidates::add));
    }

    /** The string of the form that is nearest to what was heard, when no place of it must be guessed. */
    private Optional<String> bend(String told, String form) {
        double[] costs = new double[form.length() + 1];
        String[] texts = new String[form.length() + 1];
        java.util.Arrays.fill(costs, Double.MAX_VALUE);
        costs[0] = 0;
        texts[0] = "";
        for (int i = 0; i < told.length(); i++) {
            for (int j = form.length(); j >= 0; j--) {
                double dropped = costs[j] + Sounds.GAP;
                char fit = j > 0 && costs[j - 1] < Double.MAX_VALUE ? fit(told.charAt(i), form.charAt(j - 1)) : ' ';
                double kept = fit == ' ' ? Double.MAX_VALUE : costs[j - 1] + sounds.cost(told.charAt(i), fit);
                if (kept <= dropped && kept < Double.MAX_VALUE) {
                    costs[j] = kept;
                    texts[j] = texts[j - 1] + fit;
                } else if (costs[j] < Double.MAX_VALUE) {
                    costs[j] = dropped;
                }
            }
        }
        return costs[form.length()] < Double.MAX_VALUE ? Optional.of(texts[form.length()]) : Optional.empty();
    }

    private char fit(char heard, char wanted) {
        String choice = wanted == '9' ? DIGITS : wanted == 'a' ? INWARD : LETTERS;
        if (choice.indexOf(heard) >= 0) {
            return heard;
        }
        char best = choice.charAt(0);
        for (int i = 0; i < choice.length(); i++) {
            if (sounds.cost(heard, choice.charAt(i)) < sounds.cost(heard, best)) {
                best = choice.charAt(i);
            }
        }
        return best;
    }
}
