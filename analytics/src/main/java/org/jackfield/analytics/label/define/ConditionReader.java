package org.jackfield.analytics.label.define;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jackfield.analytics.label.define.Condition.Order;
import org.jackfield.analytics.transcript.Speaker;

/** Reads conditions: a phrase, a list of which one holds, or an object of which everything holds. */
final class ConditionReader {

    /** The keys of a condition and what each means, in the order of the reference. */
    static final Map<String, String> KEYS = keys();

    static final Map<String, Speaker> SPEAKERS = speakers();

    private static final Map<String, Order> ORDERS = orders();

    private final PhraseParser parser;
    private final Map<String, Node> named;
    private int depth;

    /** @param named conditions that others use by name */
    ConditionReader(PhraseParser parser, Map<String, Node> named) {
        this.parser = parser;
        this.named = named;
    }

    Condition read(Node node) {
        if (++depth > Bounds.DEPTH) {
            node.complain("conditions within conditions too deep", "at most " + Bounds.DEPTH);
            depth--;
            return new Condition.Any(List.of());
        }
        Condition condition = node.json().isString() ? said(node) : node.json().isArray() ? any(node) : object(node);
        depth--;
        return condition;
    }

    private Condition any(Node node) {
        if (node.json().valueStream().allMatch(entry -> entry.isString())) {
            return said(node);
        }
        return new Condition.Any(node.each(this::read));
    }

    private Condition.Said said(Node node) {
        return new Condition.Said(node.entries().stream().flatMap(entry -> phrase(entry).stream()).toList());
    }

    private Optional<Phrase> phrase(Node node) {
        String text = node.text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Phrase phrase = parser.parse(text);
            PhraseCheck.check(phrase);
            return Optional.of(phrase);
        } catch (PhraseProblem problem) {
            node.complain(problem.cause(), problem.remedy());
            return Optional.empty();
        }
    }

    private Condition object(Node node) {
        if (!node.json().isObject()) {
            node.complain("no condition", "write a phrase in quotation marks, a list or an object");
            return new Condition.Any(List.of());
        }
        node.allowOnly(KEYS.keySet());
        List<Condition> all = new ArrayList<>(whatIsSaid(node));
        if (node.has("use")) {
            node.get("use").entries().forEach(use -> used(use).ifPresent(all::add));
        }
        if (node.has("all")) {
            all.addAll(node.get("all").each(this::read));
        }
        if (node.has("any")) {
            all.add(new Condition.Any(node.get("any").each(this::read)));
        }
        if (node.has("not")) {
            node.get("not").each(this::read).forEach(condition -> all.add(new Condition.Not(condition)));
        }
        all.addAll(circumstances(node));
        Condition whole = all.size() == 1 ? all.getFirst() : new Condition.All(all);
        return byTurns(node, whole);
    }

    /** A circle of names runs into the bound on depth. */
    private Optional<Condition> used(Node use) {
        Node found = named.get(use.text());
        if (found == null) {
            use.complain("no condition is called " + use.json(), "add it to \"conditions\"");
        }
        return Optional.ofNullable(found).map(this::read);
    }

    /** What is said, and what near it in the same turn. */
    private List<Condition> whatIsSaid(Node node) {
        if (!node.has("say")) {
            if (node.has("words")) {
                node.complain("\"words\" without \"say\"", "write what is said, too");
            }
            return List.of();
        }
        Condition.Said said = said(node.get("say"));
        if (!node.has("words")) {
            return List.of(said);
        }
        int words = node.get("words").number(0, Bounds.WORDS_APART);
        List<Condition> near = new ArrayList<>();
        ORDERS.forEach((key, order) -> {
            if (node.has(key)) {
                near.add(new Condition.NearInTurn(said, said(node.get(key)), words, order));
            }
        });
        if (near.isEmpty()) {
            node.complain("\"words\" without near, before or after", "write what is near");
        }
        return near;
    }

    private Condition byTurns(Node node, Condition here) {
        if (!node.has("turns")) {
            if (!node.has("words") && ORDERS.keySet().stream().anyMatch(node::has)) {
                node.complain("near, before or after without a distance", "write \"words\": 5 or \"turns\": 2");
            }
            return here;
        }
        int turns = node.get("turns").number(0, Bounds.TURNS_APART);
        Condition whole = here;
        boolean near = false;
        for (Map.Entry<String, Order> order : ORDERS.entrySet()) {
            if (node.has(order.getKey())) {
                whole = new Condition.NearByTurns(whole, read(node.get(order.getKey())), turns, order.getValue());
                near = true;
            }
        }
        if (!near || node.has("words")) {
            node.complain("\"turns\" needs near, before or after, and no \"words\"", "write two conditions in \"all\"");
        }
        return whole;
    }

    private List<Condition> circumstances(Node node) {
        List<Condition> found = new ArrayList<>();
        if (node.has("speaker")) {
            found.add(new Condition.By(node.get("speaker").oneOf(SPEAKERS, Speaker.AGENT)));
        }
        if (node.has("previous")) {
            found.add(new Condition.Previous(read(node.get("previous"))));
        }
        if (node.has("next")) {
            found.add(new Condition.Next(read(node.get("next"))));
        }
        if (node.has("first") || node.has("last")) {
            found.add(new Condition.Place(number(node, "first", Bounds.PLACES), number(node, "last", Bounds.PLACES)));
        }
        if (node.has("at-least-words") || node.has("at-most-words")) {
            Optional<Integer> least = number(node, "at-least-words", Bounds.LENGTH);
            Optional<Integer> most = number(node, "at-most-words", Bounds.LENGTH);
            if (least.orElse(0) > most.orElse(Integer.MAX_VALUE)) {
                node.complain("no turn is that long and that short", "write the smaller number at least");
            }
            found.add(new Condition.Length(least, most));
        }
        return found;
    }

    private static Optional<Integer> number(Node node, String key, int most) {
        return node.has(key) ? Optional.of(node.get(key).number(1, most)) : Optional.empty();
    }

    private static Map<String, Speaker> speakers() {
        Map<String, Speaker> speakers = new LinkedHashMap<>();
        Set<Speaker> all = new LinkedHashSet<>(List.of(Speaker.values()));
        all.forEach(speaker -> speakers.put(speaker.word(), speaker));
        return speakers;
    }

    private static Map<String, Order> orders() {
        Map<String, Order> orders = new LinkedHashMap<>();
        orders.put("near", Order.EITHER);
        orders.put("before", Order.BEFORE);
        orders.put("after", Order.AFTER);
        return orders;
    }

    private static Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("say", "a phrase, or a list of phrases of which one is said");
        keys.put("near", "what is said before or after it: with `words` in the same turn, with `turns` nearby");
        keys.put("before", "what comes after it");
        keys.put("after", "what came before it");
        keys.put("words", "the most words between, 0 to " + Bounds.WORDS_APART);
        keys.put("turns", "the most turns away, 0 to " + Bounds.TURNS_APART);
        keys.put("use", "the name of a condition of `conditions`, or a list of them that all hold");
        keys.put("all", "conditions that all hold");
        keys.put("any", "conditions of which one holds");
        keys.put("not", "a condition, or a list of them, none of which holds");
        keys.put("speaker", "who speaks: agent, customer or system");
        keys.put("previous", "a condition on what the other side said last before this turn");
        keys.put("next", "a condition on what the other side says next");
        keys.put("first", "the turn is among so many first turns, 1 to " + Bounds.PLACES);
        keys.put("last", "the turn is among so many last turns, 1 to " + Bounds.PLACES);
        keys.put("at-least-words", "the turn has so many words or more, 1 to " + Bounds.LENGTH);
        keys.put("at-most-words", "the turn has so many words or fewer, 1 to " + Bounds.LENGTH);
        return keys;
    }
}
