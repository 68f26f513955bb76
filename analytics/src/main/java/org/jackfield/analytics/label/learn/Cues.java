package org.jackfield.analytics.label.learn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jackfield.analytics.extract.ExtractedValue;
import org.jackfield.analytics.label.learn.Cue.Kind;
import org.jackfield.analytics.label.match.Match;
import org.jackfield.analytics.transcript.Transcript;
import org.jackfield.analytics.transcript.Turn;

/** What can be said about each turn of a conversation. */
final class Cues {

    private static final int FAR = 6;
    private static final int NEIGHBOURS = 24;

    private final List<Heard> turns = new ArrayList<>();
    private final String sides;

    Cues(Transcript transcript, List<ExtractedValue> values, List<Match> matches) {
        Map<Integer, List<ExtractedValue>> byTurn = new HashMap<>();
        values.forEach(value -> value.parts()
                .stream()
                .mapToInt(ExtractedValue.Part::turn)
                .distinct()
                .forEach(
                        turn -> byTurn.computeIfAbsent(turn, none -> new ArrayList<>()).add(value)));
        List<Set<String>> rules = new ArrayList<>();
        transcript.turns().forEach(turn -> rules.add(new HashSet<>()));
        matches.forEach(match -> rules.get(match.turn()).add(match.label()));
        for (Turn turn : transcript.turns()) {
            turns.add(Heard.of(turn, byTurn.getOrDefault(turn.number(), List.of()), rules.get(turns.size())));
        }
        sides = sides();
    }

    int count() {
        return turns.size();
    }

    /** A call that an agent answers goes another way than a chat that a customer begins, or a single question. */
    String kind() {
        return sides;
    }

    void of(int turn, Consumer<Cue> to) {
        Heard here = turns.get(turn);
        to.accept(new Cue(Kind.ALWAYS, ""));
        to.accept(new Cue(Kind.SPEAKER, here.speaker().word()));
        words(here, to);
        place(turn, to);
        before(turn, to);
        next(turn, to);
        rules(turn, to);
    }

    private static void words(Heard here, Consumer<Cue> to) {
        int count = here.words().size();
        for (int i = 0; i < count; i++) {
            to.accept(new Cue(Kind.WORD, here.word(i)));
            to.accept(new Cue(Kind.PAIR, here.word(i), here.word(i + 1)));
            if (i + 2 < count) {
                to.accept(new Cue(Kind.APART, here.word(i), here.word(i + 2)));
            }
        }
        to.accept(new Cue(Kind.FIRST, here.word(0), here.word(1)));
        to.accept(new Cue(Kind.FIRST, here.word(0)));
        to.accept(new Cue(Kind.LAST, here.word(count - 1)));
        to.accept(new Cue(Kind.LENGTH, length(count)));
        if (here.asks()) {
            to.accept(new Cue(Kind.ASKS, ""));
        }
    }

    private static String length(int words) {
        return words < 6 ? Integer.toString(words) : words < 9 ? "some" : words < 14 ? "many" : "very many";
    }

    private void place(int turn, Consumer<Cue> to) {
        String toEnd = Integer.toString(Math.min(turns.size() - 1 - turn, FAR));
        to.accept(new Cue(Kind.FROM_START, Integer.toString(Math.min(turn, FAR))));
        to.accept(new Cue(Kind.FROM_END, toEnd));
        to.accept(new Cue(Kind.FROM_END, toEnd, sides));
        to.accept(new Cue(Kind.SIDES, sides));
    }

    private String sides() {
        if (turns.stream().map(Heard::speaker).distinct().count() > 1) {
            return turns.getFirst().speaker().word() + " first";
        }
        return turns.size() == 1 ? "one turn" : "one side";
    }

    private void before(int turn, Consumer<Cue> to) {
        int other = otherSide(turn, -1);
        if (other < 0) {
            to.accept(new Cue(Kind.BEFORE_WORD, "^"));
        } else {
            Heard heard = turns.get(other);
            neighbour(heard, Kind.BEFORE_WORD, Kind.BEFORE_PAIR, to);
            String first = turns.get(turn).word(0);
            heard.rules().forEach(rule -> to.accept(new Cue(Kind.RULE_BEFORE, rule)));
            heard.rules().forEach(rule -> to.accept(new Cue(Kind.ANSWER, rule, first)));
            if (heard.asks()) {
                to.accept(new Cue(Kind.BEFORE_WORD, "?"));
            }
        }
        if (turn > 0 && turns.get(turn - 1).speaker() == turns.get(turn).speaker()) {
            turns.get(turn - 1)
                    .words()
                    .stream()
                    .limit(NEIGHBOURS)
                    .forEach(
                            word -> to.accept(new Cue(Kind.SAME_BEFORE, word)));
        }
    }

    private void next(int turn, Consumer<Cue> to) {
        int other = otherSide(turn, 1);
        if (other < 0) {
            to.accept(new Cue(Kind.NEXT_WORD, "$"));
        } else {
            neighbour(turns.get(other), Kind.NEXT_WORD, Kind.NEXT_PAIR, to);
            turns.get(other).rules().forEach(rule -> to.accept(new Cue(Kind.RULE_NEXT, rule)));
        }
    }

    private static void neighbour(Heard heard, Kind word, Kind pair, Consumer<Cue> to) {
        int count = Math.min(NEIGHBOURS, heard.words().size());
        for (int i = 0; i < count; i++) {
            to.accept(new Cue(word, heard.word(i)));
            to.accept(new Cue(pair, heard.word(i), heard.word(i + 1)));
        }
    }

    private void rules(int turn, Consumer<Cue> to) {
        String toEnd = Integer.toString(Math.min(turns.size() - 1 - turn, 2));
        for (String rule : turns.get(turn).rules()) {
            to.accept(new Cue(Kind.RULE, rule));
            to.accept(new Cue(Kind.RULE_AT, rule, toEnd));
            to.accept(new Cue(Kind.RULE_AMONG, rule, sides));
        }
        Set<String> earlier = new HashSet<>();
        turns.subList(Math.max(0, turn - NEIGHBOURS), turn).forEach(heard -> earlier.addAll(heard.rules()));
        earlier.stream()
                .filter(turns.get(turn).rules()::contains)
                .forEach(
                        rule -> to.accept(new Cue(Kind.RULE_EARLIER, rule)));
    }

    /** Below zero if the other side says nothing there. */
    private int otherSide(int turn, int step) {
        int at = turn + step;
        while (at >= 0 && at < turns.size() && turns.get(at).speaker() == turns.get(turn).speaker()) {
            at += step;
        }
        return at < turns.size() ? at : -1;
    }
}
