package org.jackfield.engine.work.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jackfield.engine.work.expression.Facts;
import org.jackfield.engine.work.policy.Route;
import org.jackfield.engine.work.policy.RoutingPolicy;
import org.jackfield.engine.work.policy.Target;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Random tables over random items, beside somebody who goes through the rows one by one. */
class TranslationPropertiesTest {

    private static final int TABLES = 150;
    private static final int ITEMS = 60;
    private static final List<String> INPUTS = List.of("a", "b", "m.k");
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    /** A cell and what it means. */
    private record Sample(String text, Predicate<@Nullable Object> meaning) {}

    private record Drawn(int number, List<Sample> cells) {
        boolean matches(Map<String, Object> item) {
            return IntStream.range(0, INPUTS.size())
                    .allMatch(input -> cells.get(input).meaning().test(value(item, INPUTS.get(input))));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20_261_128})
    void givesTheFirstRowThatMatches(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TABLES; i++) {
            List<Drawn> rows = rows(random);
            Findings findings = new Findings();
            Optional<Translation> translation = translate("FIRST", rows, findings);
            Set<Integer> dead = findings.problems()
                    .stream()
                    .map(one -> one.row().orElse(0))
                    .collect(Collectors.toSet());
            List<Drawn> living = rows.stream().filter(row -> !dead.contains(row.number())).toList();
            RoutingPolicy policy = translation.or(() -> translate("FIRST", living, new Findings()))
                    .orElseThrow()
                    .policy();
            for (int j = 0; j < ITEMS; j++) {
                Map<String, Object> item = item(random);
                List<String> naive = rows.stream().filter(row -> row.matches(item)).limit(1).map(this::queue).toList();
                assertThat(targets(policy, item)).as("seed %d, table %d, %s, %s", seed, i, rows, item).isEqualTo(naive);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20_261_128})
    void givesAllRowsThatMatchInTheirOrder(long seed) {
        Random random = new Random(seed);
        int translated = 0;
        for (int i = 0; i < TABLES; i++) {
            List<Drawn> rows = rows(random);
            Optional<Translation> translation = translate("RULE ORDER", rows, new Findings());
            translated += translation.isPresent() ? 1 : 0;
            for (int j = 0; translation.isPresent() && j < ITEMS; j++) {
                Map<String, Object> item = item(random);
                List<String> naive = rows.stream().filter(row -> row.matches(item)).map(this::queue).toList();
                assertThat(targets(translation.get().policy(), item))
                        .as("seed %d, table %d, %s, %s", seed, i, rows, item)
                        .isEqualTo(naive);
            }
        }
        assertThat(translated).isGreaterThan(TABLES / 2);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNIQUE", "ANY"})
    void takesNoTableOfWhichTwoRowsMatchWhenOneOnlyMay(HitPolicy hitPolicy) {
        long seed = 4;
        Random random = new Random(seed);
        int translated = 0;
        for (int i = 0; i < TABLES * 10; i++) {
            List<Drawn> rows = rows(random).stream().limit(2).toList();
            Optional<Translation> translation = translate(hitPolicy.name(), rows, new Findings());
            translated += translation.isPresent() ? 1 : 0;
            for (int j = 0; translation.isPresent() && j < ITEMS; j++) {
                Map<String, Object> item = item(random);
                assertThat(rows.stream().filter(row -> row.matches(item))).as("seed %d, %s, %s", seed, rows, item)
                        .hasSizeLessThan(2);
            }
        }
        assertThat(translated).isGreaterThan(TABLES);
    }

    private Optional<Translation> translate(String hitPolicy, List<Drawn> rows, Findings findings) {
        DmnTable table = DmnTable.withPolicy(hitPolicy);
        for (String input : INPUTS) {
            table = table.input("task." + input, "");
        }
        table = table.output("queue", "").output("timeout", "");
        for (Drawn row : rows) {
            List<String> cells = new ArrayList<>(row.cells().stream().map(Sample::text).toList());
            cells.addAll(List.of("\"" + queue(row) + "\"", "10"));
            table = table.row(cells.toArray(String[]::new));
        }
        return Translation.of(table.xml(), Optional::of, findings);
    }

    private String queue(Drawn row) {
        return "WQ" + row.number();
    }

    private static List<String> targets(RoutingPolicy policy, Map<String, Object> item) {
        return Route.ARRIVED.enter(policy, Facts.ofItem(item, NOW))
                .filter()
                .map(filter -> policy.filters().get(filter).targets().stream().map(Target::queueId).toList())
                .orElse(List.of());
    }

    private static List<Drawn> rows(Random random) {
        return IntStream.rangeClosed(1, 1 + random.nextInt(6))
                .mapToObj(number -> new Drawn(number, INPUTS.stream().map(_ -> cell(random)).toList()))
                .toList();
    }

    private static Sample cell(Random random) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> new Sample("-", _ -> true);
            case 2 -> {
                Sample inner = tests(random);
                yield new Sample("not(" + inner.text() + ")", inner.meaning().negate());
            }
            default -> tests(random);
        };
    }

    private static Sample tests(Random random) {
        Sample first = test(random);
        if (random.nextInt(3) > 0) {
            return first;
        }
        Sample second = test(random);
        return new Sample(first.text() + ", " + second.text(), first.meaning().or(second.meaning()));
    }

    private static Sample test(Random random) {
        boolean isText = random.nextBoolean();
        int at = random.nextInt(6);
        String end = literal(isText, at);
        String high = literal(isText, at + 2);
        return switch (random.nextInt(7)) {
            case 0 -> new Sample("< " + end, value -> order(value, isText, at) == -1);
            case 1 -> new Sample(">= " + end, value -> Set.of(0, 1).contains(order(value, isText, at)));
            case 2 -> new Sample("[%s..%s]".formatted(end, high),
                    value -> Set.of(0, 1).contains(order(value, isText, at))
                            && Set.of(-1, 0).contains(order(value, isText, at + 2)));
            case 3 -> new Sample("(%s..%s)".formatted(end, high),
                    value -> order(value, isText, at) == 1 && order(value, isText, at + 2) == -1);
            case 4 -> new Sample("true", value -> Objects.equals(value, true));
            default -> new Sample(end, value -> order(value, isText, at) == 0);
        };
    }

    private static String literal(boolean isText, int index) {
        return isText ? "\"" + (char) ('a' + index) + "\"" : String.valueOf(index);
    }

    /** 9 when it is of another type. */
    private static int order(@Nullable Object value, boolean isText, int index) {
        if (isText) {
            return value instanceof String text
                    ? Integer.signum(text.compareTo(String.valueOf((char) ('a' + index))))
                    : 9;
        }
        return value instanceof Number number ? Double.compare(number.doubleValue(), index) : 9;
    }

    private static Map<String, Object> item(Random random) {
        Map<String, Object> item = new HashMap<>();
        put(item, "a", random);
        put(item, "b", random);
        Map<String, Object> inner = new HashMap<>();
        put(inner, "k", random);
        item.put("m", random.nextInt(6) == 0 ? "no map" : inner);
        return item;
    }

    private static void put(Map<String, Object> into, String name, Random random) {
        int index = random.nextInt(8);
        switch (random.nextInt(7)) {
            case 0 -> into.put(name, index);
            case 1 -> into.put(name, new BigDecimal(index).add(new BigDecimal("0.5")));
            case 2, 3 -> into.put(name, String.valueOf((char) ('a' + index)));
            case 4 -> into.put(name, random.nextBoolean());
            case 5 -> into.put(name, List.of("a", 1));
            default -> into.remove(name);
        }
    }

    private static @Nullable Object value(Map<String, Object> item, String path) {
        return path.equals("m.k")
                ? item.get("m") instanceof Map<?, ?> inner ? inner.get("k") : null
                : item.get(path);
    }
}
