package org.jackfield.analytics.label.define;

import java.util.List;
import java.util.Optional;

/** A condition that would hold of everything, or of nothing. */
final class ConditionCheck {

    private ConditionCheck() {}

    static void check(Node node, Condition condition) {
        if (!needsWords(condition)) {
            node.complain("the condition holds of turns in which nothing in particular is said",
                    "write \"say\" in each of its alternatives, not only not, speaker or a place");
        }
        int phrases = phrases(condition);
        if (phrases > Bounds.PHRASES_OF_LABEL) {
            node.complain(phrases + " phrases in one label",
                    "at most " + Bounds.PHRASES_OF_LABEL + "; write alternatives in brackets");
        }
        contradiction(condition).ifPresent(cause -> node.complain(cause, "leave one of the two out"));
    }

    /** Whether it holds only where one of its phrases is said, here or near. */
    private static boolean needsWords(Condition condition) {
        return switch (condition) {
            case Condition.NearByTurns near -> needsWords(near.here()) || needsWords(near.there());
            case Condition.Previous(Condition asked) -> needsWords(asked);
            case Condition.Next(Condition answered) -> needsWords(answered);
            case Condition.All all -> all.conditions().stream().anyMatch(ConditionCheck::needsWords);
            case Condition.Any any -> !any.conditions().isEmpty()
                    && any.conditions().stream().allMatch(ConditionCheck::needsWords);
            default -> needsWordsHere(condition);
        };
    }

    /** Whether it holds only where one of its phrases is said in the turn itself. */
    static boolean needsWordsHere(Condition condition) {
        return switch (condition) {
            case Condition.Said said -> !said.phrases().isEmpty();
            case Condition.NearInTurn near -> true;
            case Condition.NearByTurns near -> needsWordsHere(near.here());
            case Condition.All all -> all.conditions().stream().anyMatch(ConditionCheck::needsWordsHere);
            case Condition.Any any -> any.conditions().stream().allMatch(ConditionCheck::needsWordsHere);
            case Condition.Not not -> false;
            case Condition.By by -> false;
            case Condition.Previous previous -> false;
            case Condition.Next next -> false;
            case Condition.Place place -> false;
            case Condition.Length length -> false;
        };
    }

    private static int phrases(Condition condition) {
        return switch (condition) {
            case Condition.Said said -> said.phrases().size();
            case Condition.NearInTurn near -> phrases(near.one()) + phrases(near.other());
            case Condition.NearByTurns near -> phrases(near.here()) + phrases(near.there());
            case Condition.All all -> all.conditions().stream().mapToInt(ConditionCheck::phrases).sum();
            case Condition.Any any -> any.conditions().stream().mapToInt(ConditionCheck::phrases).sum();
            case Condition.Not not -> phrases(not.condition());
            case Condition.Previous previous -> phrases(previous.condition());
            case Condition.Next next -> phrases(next.condition());
            case Condition.By by -> 0;
            case Condition.Place place -> 0;
            case Condition.Length length -> 0;
        };
    }

    /** Something that must and must not be, side by side; two speakers at once. */
    private static Optional<String> contradiction(Condition condition) {
        return switch (condition) {
            case Condition.All all -> amongst(all.conditions()).or(() -> first(all.conditions()));
            case Condition.Any any -> first(any.conditions());
            case Condition.NearByTurns near -> contradiction(near.here()).or(() -> contradiction(near.there()));
            case Condition.Not not -> contradiction(not.condition());
            case Condition.Previous previous -> contradiction(previous.condition());
            case Condition.Next next -> contradiction(next.condition());
            default -> Optional.empty();
        };
    }

    private static Optional<String> first(List<Condition> conditions) {
        return conditions.stream().flatMap(each -> contradiction(each).stream()).findFirst();
    }

    private static Optional<String> amongst(List<Condition> conditions) {
        if (conditions.stream().filter(Condition.By.class::isInstance).distinct().count() > 1) {
            return Optional.of("a turn has one speaker");
        }
        return conditions.stream()
                .filter(each -> each instanceof Condition.Not(Condition denied) && demands(conditions, denied))
                .findFirst()
                .map(each -> "what must be said must not be said");
    }

    private static boolean demands(List<Condition> conditions, Condition denied) {
        return conditions.stream()
                .anyMatch(each -> each.equals(denied) || (each instanceof Condition.Said demanded
                        && denied instanceof Condition.Said refused
                        && refused.phrases().containsAll(demanded.phrases())));
    }
}
