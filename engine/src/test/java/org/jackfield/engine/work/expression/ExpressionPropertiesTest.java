package org.jackfield.engine.work.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random expressions over random facts, against a second reading of the language that is written beside each text. */
class ExpressionPropertiesTest {

    private static final int EXPRESSIONS = 400;
    private static final int FACTS = 40;

    /** A text and what it means. */
    private record Sample(String text, Predicate<Facts> meaning) {}

    private record Side(String text, Value value) {}

    private interface Value {
        @Nullable
        Object in(Facts facts);
    }

    private final List<Side> sides = List.of(new Side("worker.a", facts -> facts.worker().get("a")),
            new Side("b", facts -> facts.worker().get("b")), new Side("task.a", facts -> facts.task().get("a")),
            new Side("worker.m.k", facts -> facts.worker().get("m") instanceof Map<?, ?> map ? map.get("k") : null),
            new Side("worker.l[1]", facts -> facts.worker().get("l") instanceof List<?> list && list.size() > 1
                    ? list.get(1)
                    : null),
            new Side("worker.l", facts -> facts.worker().get("l")), new Side("1", _ -> 1), new Side("2.0", _ -> 2.0),
            new Side("'x'", _ -> "x"), new Side("\"xy\"", _ -> "xy"), new Side("true", _ -> true));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20_261_127})
    void meansTheSameInEveryReading(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < EXPRESSIONS; i++) {
            Sample sample = sample(random, 3);
            Expression parsed = Expression.parse(sample.text(), Scope.WORKER);
            Expression again = Expression.parse(parsed.text(), Scope.WORKER);
            boolean dead = parsed.warnings().stream().anyMatch(warning -> warning.text().startsWith("can never"));
            String what = "seed %d: %s".formatted(seed, sample.text());
            assertThat(again.text()).as(what).isEqualTo(parsed.text());
            for (int j = 0; j < FACTS; j++) {
                Facts facts = new Facts(attributes(random), attributes(random), Map.of(), Map.of());
                boolean meant = sample.meaning().test(facts);
                assertThat(parsed.matches(facts)).as("%s of %s", what, facts).isEqualTo(meant);
                assertThat(again.matches(facts)).as("%s of %s, written anew", what, facts).isEqualTo(meant);
                assertThat(parsed.explain(facts).holds()).as(what).isEqualTo(meant);
                assertThat(parsed.explain(facts).reasons()).as(what).isNotEmpty();
                Expression rest = parsed.given(facts, Set.of(Scope.TASK));
                assertThat(rest.matches(Facts.ofWorker(facts.worker()))).as("%s of %s, given", what, facts)
                        .isEqualTo(meant);
                assertThat(rest.reads(Scope.TASK)).as(what).isFalse();
                assertThat(parsed.given(facts, Set.of(Scope.values()))).isInstanceOf(Expression.Always.class);
                assertThat(dead && meant).as("%s of %s, though it was said to be never true", what, facts).isFalse();
            }
        }
    }

    @Test
    void findsContradictionsInRandomTextsAtAll() {
        Random random = new Random(7);

        long dead = random.longs(EXPRESSIONS)
                .filter(seed -> !Expression.parse(sample(new Random(seed), 3).text(), Scope.WORKER)
                        .warnings()
                        .isEmpty())
                .count();

        assertThat(dead).isGreaterThan(EXPRESSIONS / 20);
    }

    private Sample sample(Random random, int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(5);
        if (kind <= 1) {
            return comparison(random);
        }
        if (kind == 2) {
            Sample inner = sample(random, depth - 1);
            return new Sample("NOT (" + inner.text() + ")", inner.meaning().negate());
        }
        Sample left = sample(random, depth - 1);
        Sample right = sample(random, depth - 1);
        return kind == 3
                ? new Sample("(" + left.text() + ") and (" + right.text() + ")", left.meaning().and(right.meaning()))
                : new Sample("(" + left.text() + ") Or (" + right.text() + ")", left.meaning().or(right.meaning()));
    }

    private Sample comparison(Random random) {
        Side left = sides.get(random.nextInt(6));
        Side right = sides.get(random.nextInt(sides.size()));
        return switch (random.nextInt(7)) {
            case 0 -> new Sample(left.text() + " == " + right.text(),
                    facts -> single(left, right, facts) && same(left.value().in(facts), right.value().in(facts)));
            case 1 -> new Sample(left.text() + " != " + right.text(),
                    facts -> single(left, right, facts) && !same(left.value().in(facts), right.value().in(facts)));
            case 2 -> new Sample(left.text() + " > " + right.text(), facts -> order(left, right, facts) == 1);
            case 3 -> new Sample(left.text() + " <= " + right.text(),
                    facts -> order(left, right, facts) <= 0);
            case 4 -> new Sample(left.text() + " HAS " + right.text(),
                    facts -> isIn(right.value().in(facts), left.value().in(facts)));
            case 5 -> new Sample(left.text() + " in ['x', 1, null]",
                    facts -> isIn(left.value().in(facts), Arrays.asList("x", 1, null)));
            default -> new Sample(left.text() + " NOT IN ['x', 1]",
                    facts -> isSingle(left.value().in(facts))
                            && !isIn(left.value().in(facts), List.of("x", 1)));
        };
    }

    private static boolean single(Side left, Side right, Facts facts) {
        return isSingle(left.value().in(facts)) && isSingle(right.value().in(facts));
    }

    private static boolean isSingle(@Nullable Object value) {
        return !(value instanceof List) && !(value instanceof Map);
    }

    private static boolean isIn(@Nullable Object value, @Nullable Object list) {
        return isSingle(value) && list instanceof List<?> values
                && values.stream().anyMatch(one -> isSingle(one) && same(one, value));
    }

    private static boolean same(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Number a && right instanceof Number b) {
            return a.doubleValue() == b.doubleValue();
        }
        return Objects.equals(left, right);
    }

    /** 9 when there is none. */
    private static int order(Side left, Side right, Facts facts) {
        @Nullable
        Object a = left.value().in(facts);
        @Nullable
        Object b = right.value().in(facts);
        if (a instanceof Number one && b instanceof Number other) {
            return Double.compare(one.doubleValue(), other.doubleValue());
        }
        return a instanceof String one && b instanceof String other ? Integer.signum(one.compareTo(other)) : 9;
    }

    private static Map<String, Object> attributes(Random random) {
        Map<String, Object> attributes = new HashMap<>();
        for (String name : List.of("a", "b")) {
            put(attributes, name, random);
        }
        Map<String, Object> inner = new HashMap<>();
        put(inner, "k", random);
        attributes.put("m", random.nextInt(4) == 0 ? "no map" : inner);
        List<Object> list = new ArrayList<>(List.of("x", 2, true));
        attributes.put("l", random.nextInt(4) == 0 ? 1 : list.subList(0, random.nextInt(4)));
        return attributes;
    }

    private static void put(Map<String, Object> into, String name, Random random) {
        switch (random.nextInt(7)) {
            case 0 -> into.put(name, 1);
            case 1 -> into.put(name, 2L);
            case 2 -> into.put(name, "x");
            case 3 -> into.put(name, "xyz");
            case 4 -> into.put(name, true);
            case 5 -> into.put(name, List.of("x", 1));
            default -> into.remove(name);
        }
    }
}
