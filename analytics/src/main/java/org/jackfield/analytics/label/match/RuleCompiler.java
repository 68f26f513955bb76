package org.jackfield.analytics.label.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jackfield.analytics.label.define.Condition;
import org.jackfield.analytics.label.define.Condition.Order;
import org.jackfield.analytics.label.define.Phrase;
import org.jackfield.analytics.transcript.Speaker;

/** Makes rules of conditions, and remembers which phrases they need. */
final class RuleCompiler {

    private final Vocabulary vocabulary;
    private final Map<Phrase, CompiledPhrase> phrases = new LinkedHashMap<>();

    RuleCompiler(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    List<CompiledPhrase> phrases() {
        return List.copyOf(phrases.values());
    }

    Rule compile(Condition condition) {
        return switch (condition) {
            case Condition.Said said -> said(compiled(said));
            case Condition.NearInTurn near -> inTurn(near);
            case Condition.NearByTurns near -> byTurns(near);
            case Condition.All all -> all(all.conditions().stream().map(this::compile).toList());
            case Condition.Any any -> any(any.conditions().stream().map(this::compile).toList());
            case Condition.Not(Condition denied) -> not(compile(denied));
            case Condition.By(Speaker speaker) -> (scene, turn, trail) -> scene.speaker(turn) == speaker;
            case Condition.Previous(Condition asked) -> otherSide(compile(asked), -1);
            case Condition.Next(Condition answered) -> otherSide(compile(answered), 1);
            case Condition.Place place -> place(place);
            case Condition.Length length -> length(length);
        };
    }

    private CompiledPhrase[] compiled(Condition.Said said) {
        return said.phrases()
                .stream()
                .map(phrase -> phrases.computeIfAbsent(phrase, fresh -> new CompiledPhrase(fresh, vocabulary)))
                .toArray(CompiledPhrase[]::new);
    }

    private static Rule said(CompiledPhrase[] anyOf) {
        return (scene, turn, trail) -> {
            for (CompiledPhrase phrase : anyOf) {
                List<Span> spans = scene.spans(phrase, turn);
                if (!spans.isEmpty()) {
                    trail.add(turn, phrase, spans.getFirst());
                    return true;
                }
            }
            return false;
        };
    }

    private static Rule all(List<Rule> rules) {
        return (scene, turn, trail) -> {
            int mark = trail.mark();
            for (Rule rule : rules) {
                if (!rule.holds(scene, turn, trail)) {
                    trail.backTo(mark);
                    return false;
                }
            }
            return true;
        };
    }

    private static Rule any(List<Rule> rules) {
        return (scene, turn, trail) -> {
            for (Rule rule : rules) {
                if (rule.holds(scene, turn, trail)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static Rule not(Rule denied) {
        return (scene, turn, trail) -> {
            int mark = trail.mark();
            boolean holds = denied.holds(scene, turn, trail);
            trail.backTo(mark);
            return !holds;
        };
    }

    private Rule inTurn(Condition.NearInTurn near) {
        CompiledPhrase[] ones = compiled(near.one());
        CompiledPhrase[] others = compiled(near.other());
        return (scene, turn, trail) -> {
            for (CompiledPhrase one : ones) {
                for (CompiledPhrase other : others) {
                    if (areNear(scene, new Pair(turn, one, other), near, trail)) {
                        return true;
                    }
                }
            }
            return false;
        };
    }

    /** Two phrases of a turn. */
    private record Pair(int turn, CompiledPhrase one, CompiledPhrase other) {}

    private static boolean areNear(Scene scene, Pair pair, Condition.NearInTurn near, Trail trail) {
        for (Span one : scene.spans(pair.one(), pair.turn())) {
            for (Span other : scene.spans(pair.other(), pair.turn())) {
                int between = one.wordsTo(other);
                if (between >= 0 && between <= near.words() && isInOrder(one, other, near.order())) {
                    trail.add(pair.turn(), pair.one(), one);
                    trail.add(pair.turn(), pair.other(), other);
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isInOrder(Span one, Span other, Order order) {
        return switch (order) {
            case BEFORE -> one.comesBefore(other);
            case AFTER -> other.comesBefore(one);
            case EITHER -> true;
        };
    }

    private Rule byTurns(Condition.NearByTurns near) {
        Rule here = compile(near.here());
        Rule there = compile(near.there());
        int before = near.order() == Order.BEFORE ? 0 : near.turns();
        int after = near.order() == Order.AFTER ? 0 : near.turns();
        return (scene, turn, trail) -> {
            int mark = trail.mark();
            if (!here.holds(scene, turn, trail)) {
                return false;
            }
            for (int at : nearest(turn, before, after, scene.count())) {
                if (there.holds(scene, at, trail)) {
                    return true;
                }
            }
            trail.backTo(mark);
            return false;
        };
    }

    private static List<Integer> nearest(int turn, int before, int after, int count) {
        List<Integer> turns = new ArrayList<>();
        for (int away = 0; away <= Math.max(before, after); away++) {
            if (away <= before && turn - away >= 0) {
                turns.add(turn - away);
            }
            if (away > 0 && away <= after && turn + away < count) {
                turns.add(turn + away);
            }
        }
        return turns;
    }

    private static Rule otherSide(Rule rule, int step) {
        return (scene, turn, trail) -> {
            for (int at : scene.otherSide(turn, step)) {
                if (rule.holds(scene, at, trail)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static Rule place(Condition.Place place) {
        int first = place.first().orElse(Integer.MAX_VALUE);
        int last = place.last().orElse(Integer.MAX_VALUE);
        return (scene, turn, trail) -> turn < first && scene.count() - turn <= last;
    }

    private static Rule length(Condition.Length length) {
        int least = length.least().orElse(0);
        int most = length.most().orElse(Integer.MAX_VALUE);
        return (scene, turn, trail) -> {
            int words = scene.words().get(turn).wordCount();
            return words >= least && words <= most;
        };
    }
}
