package org.jackfield.analytics.label.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jackfield.analytics.label.define.Part;

/**
 * What cannot be missing where a phrase is said: sets of which one word each must be there, the rarest set first. The first
 * set is what the phrase is looked up by.
 */
final class Required {

    /** Heard in nearly every turn, so not worth looking up by. */
    private static final Set<String> COMMON = Set
            .of(("a about am an and any are as at be been but by can could do does for from "
                    + "get go going have help how i id if ill im in is it its ive just know like me my need no not now of ok okay on "
                    + "one or our please so some thank thanks that thats the there this to today up want was we what when will with "
                    + "would yes you your youre {number} ^begin ^end").split(" "));
    private static final int WEIGHT_OF_COMMON = 40;

    private Required() {}

    /** At least one, each sorted as it was written. */
    static List<int[]> of(Part part, Vocabulary vocabulary) {
        return sets(part).stream()
                .sorted(Comparator.comparingInt(Required::weight))
                .map(set -> set.stream().mapToInt(key -> id(key, vocabulary)).toArray())
                .toList();
    }

    /** The rarest set by its words, beginnings ({@code cancel*}) and types of values ({@code {money}}). */
    static List<String> names(Part part) {
        return sets(part).stream()
                .min(Comparator.comparingInt(Required::weight))
                .map(set -> set.stream().map(Required::name).toList())
                .orElseThrow();
    }

    private static int id(Object key, Vocabulary vocabulary) {
        return key instanceof Part.Slot slot ? vocabulary.idOf(slot.range()) : vocabulary.idOf(key.toString());
    }

    private static int weight(List<Object> set) {
        return set.stream().mapToInt(key -> COMMON.contains(name(key)) ? WEIGHT_OF_COMMON : 1).sum();
    }

    private static String name(Object key) {
        return key instanceof Part.Slot slot ? "{" + slot.range().type().word() + "}" : key.toString();
    }

    private static List<List<Object>> sets(Part part) {
        return switch (part) {
            case Part.Word word -> List.of(List.<Object>copyOf(word.anyOf()));
            case Part.Slot slot -> List.of(List.<Object>of(slot));
            case Part.Edge edge -> List.of(List.<Object>of(edge.begin() ? Vocabulary.BEGIN : Vocabulary.END));
            case Part.AnyWord any -> List.of();
            case Part.Gap gap -> List.of();
            case Part.Maybe maybe -> List.of();
            case Part.Sequence sequence -> sequence.parts().stream().flatMap(each -> sets(each).stream()).toList();
            case Part.Choice choice -> ofChoice(choice);
        };
    }

    /** The rarest set of each branch, all in one. */
    private static List<List<Object>> ofChoice(Part.Choice choice) {
        List<Object> joined = new ArrayList<>();
        for (Part branch : choice.parts()) {
            List<List<Object>> sets = sets(branch);
            if (sets.isEmpty()) {
                return List.of();
            }
            joined.addAll(sets.stream().min(Comparator.comparingInt(Required::weight)).orElseThrow());
        }
        return List.of(joined.stream().distinct().toList());
    }
}
