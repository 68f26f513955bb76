package org.jackfield.analytics.search.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jackfield.analytics.extract.ValueType;
import org.jackfield.analytics.label.define.Condition.Order;
import org.jackfield.analytics.search.language.QueryProblem.Code;
import org.jackfield.analytics.transcript.Speaker;
import org.junit.jupiter.api.Test;

class QueryParserTest {

    private static final long SEED = 77;

    @Test
    void takesWordsSideBySideTogether() {
        assertThat(parse("refund     fee")).isEqualTo(parse("refund AND fee"))
                .isInstanceOfSatisfying(Question.All.class, all -> assertThat(all.questions()).hasSize(2));
    }

    @Test
    void bindsAlternativesLessThanWordsSideBySide() {
        assertThat(parse("a1 b1 OR c1")).isInstanceOfSatisfying(Question.Any.class, any -> {
            assertThat(any.questions().get(0)).isInstanceOf(Question.All.class);
            assertThat(any.questions().get(1)).isInstanceOf(Question.Said.class);
        });
        assertThat(parse("a1 (b1 OR c1)")).isInstanceOf(Question.All.class);
    }

    @Test
    void readsNotAsWordOrDash() {
        assertThat(parse("NOT fee")).isInstanceOf(Question.Not.class);
        assertThat(parse("-fee")).isInstanceOf(Question.Not.class);
        assertThat(parse("e-mail")).isInstanceOf(Question.Said.class);
        assertThat(parse("not fee")).isInstanceOf(Question.All.class);
    }

    @Test
    void knowsWhereEachConditionStands() {
        assertThat(parse("refund \"a late fee\"")).isInstanceOfSatisfying(Question.All.class, all -> assertThat(
                ((Question.Said) all.questions().get(1)).place()).isEqualTo(new Place(7, 19)));
    }

    @Test
    void bindsWhatASpeakerSaysToHim() {
        assertThat(parse("agent:fee")).isInstanceOfSatisfying(Question.InTurn.class, turn -> {
            List<Question> both = ((Question.All) turn.question()).questions();
            assertThat(((Question.By) both.getFirst()).speaker()).isEqualTo(Speaker.AGENT);
        });
        assertThat(parse("agent says fee")).isInstanceOf(Question.InTurn.class);
        assertThat(parse("agent \"late fee\"")).isInstanceOf(Question.InTurn.class);
        assertThat(parse("agent fee")).isInstanceOf(Question.All.class);
    }

    @Test
    void readsTheSentenceOfTurnsNearEachOther() {
        Question question = parse("agent says \"late fee\" within 3 turns of customer refund AND queue:sales");

        assertThat(question).isInstanceOfSatisfying(Question.All.class, all -> {
            Question.WithinTurns within = (Question.WithinTurns) all.questions().getFirst();
            assertThat(within.turns()).isEqualTo(3);
            assertThat(within.order()).isEqualTo(Order.EITHER);
            assertThat(within.other()).isInstanceOf(Question.All.class);
            assertThat(all.questions().get(1)).isInstanceOf(Question.Filed.class);
        });
    }

    @Test
    void readsDistancesInWords() {
        assertThat(parse("rate NEAR percent > 5")).isInstanceOfSatisfying(Question.Near.class, near -> {
            assertThat(near.words()).isEqualTo(5);
            assertThat(near.other()).isInstanceOf(Question.Valued.class);
        });
        assertThat(parse("a1 NEAR/2 b1")).isInstanceOfSatisfying(Question.Near.class, near -> assertThat(near.words())
                .isEqualTo(2));
        assertThat(parse("a1 within 4 words before b1")).isInstanceOfSatisfying(Question.Near.class,
                near -> assertThat(near.order()).isEqualTo(Order.BEFORE));
        assertThat(parse("agent:a1 NEAR b1")).isInstanceOf(Question.InTurn.class);
        assertThat(parse("within reason")).isInstanceOf(Question.All.class);
    }

    @Test
    void readsValues() {
        assertThat(test("percent > 5")).isEqualTo(new ValueTest(ValueType.PERCENT, Optional.empty(), Optional.of(
                new Range(5_000_001, Long.MAX_VALUE)), Optional.empty(), Optional.empty()));
        assertThat(test("percent <= 5.5 %").range()).contains(new Range(Long.MIN_VALUE, 5_500_000));
        assertThat(test("money(transfer_amount) between 100 and 1,500 USD")).isEqualTo(new ValueTest(ValueType.MONEY,
                Optional.of("transfer_amount"), Optional.of(new Range(100_000_000, 1_500_000_000)), Optional.of("USD"),
                Optional.empty()));
        assertThat(test("date = 2026-02").range()).contains(new Range(20_485, 20_512));
        assertThat(test("phone = \"6195550182\"").normal()).contains("6195550182");
        assertThat(test("has:money(fee)").label()).contains("fee");
        assertThat(test("has:code")).isEqualTo(ValueTest.of(ValueType.CODE));
        assertThat(parse("money back")).isInstanceOf(Question.All.class);
        assertThat(parse("time between us")).isInstanceOf(Question.All.class);
    }

    @Test
    void readsMeasuresOfAConversation() {
        assertThat(measured("duration >= 1h30m")).isEqualTo(new Range(5_400_000, Long.MAX_VALUE));
        assertThat(measured("silence > 20s")).isEqualTo(new Range(21_000, Long.MAX_VALUE));
        assertThat(measured("talk < 60%")).isEqualTo(new Range(Long.MIN_VALUE, 59_999));
        assertThat(measured("started = 2026-01-31T14:30")).isEqualTo(new Range(millis("2026-01-31T14:30:00Z"), millis(
                "2026-01-31T14:31:00Z") - 1));
        assertThat(measured("started between 2026-01 and 2026-02-03")).isEqualTo(new Range(millis(
                "2026-01-01T00:00:00Z"), millis("2026-02-04T00:00:00Z") - 1));
    }

    @Test
    void countsDaysInTheZoneOfWhoAsks() {
        Question question = QueryParser.parse("started = 2026-07-01", ZoneId.of("America/New_York"));

        assertThat(((Question.Measured) question).range().low()).isEqualTo(millis("2026-07-01T04:00:00Z"));
    }

    @Test
    void saysWhatIsWrongAndWhere() {
        assertThat(problem("")).isEqualTo("EMPTY 0");
        assertThat(problem("a1 ) b1")).isEqualTo("UNBALANCED 3");
        assertThat(problem("(a1 b1")).isEqualTo("UNBALANCED 0");
        assertThat(problem("a1 \"b1")).isEqualTo("UNBALANCED 3");
        assertThat(problem("a1 OR")).isEqualTo("INCOMPLETE 5");
        assertThat(problem("a1 AND OR b1")).isEqualTo("INCOMPLETE 7");
        assertThat(problem("queue:")).isEqualTo("INCOMPLETE 6");
        assertThat(problem("a1 team:sales")).isEqualTo("UNKNOWN_FIELD 3");
        assertThat(problem("\"(a1|b1\"")).isEqualTo("BAD_PHRASE 0");
        assertThat(problem("\"[a1]\"")).isEqualTo("BAD_PHRASE 0");
        assertThat(problem("re*")).isEqualTo("TOO_WIDE 0");
        assertThat(problem("percent > much")).isEqualTo("BAD_LITERAL 0");
        assertThat(problem("percent between 9 and 1")).isEqualTo("BAD_LITERAL 0");
        assertThat(problem("started > yesterday")).isEqualTo("BAD_LITERAL 0");
        assertThat(problem("has:colour")).isEqualTo("BAD_LITERAL 0");
        assertThat(problem("agent:(queue:sales)")).isEqualTo("MISPLACED 7");
        assertThat(problem("queue:sales within 3 turns of a1")).isEqualTo("MISPLACED 0");
        assertThat(problem("a1 within 99 turns of b1")).isEqualTo("BAD_LITERAL 3");
        assertThat(problem("a1 within 2 miles of b1")).isEqualTo("INCOMPLETE 11");
        assertThat(problem("(a1 OR b1) NEAR c1")).isEqualTo("MISPLACED 11");
        assertThat(problem("agent:a1 NEAR customer:b1")).isEqualTo("MISPLACED 9");
        assertThat(problem("(".repeat(11) + "a1" + ")".repeat(11))).isEqualTo("TOO_COMPLEX 10");
        assertThat(problem("NOT ".repeat(400) + "a1")).startsWith("TOO_COMPLEX");
        assertThat(problem("a1 ".repeat(65))).isEqualTo("TOO_COMPLEX 192");
        assertThat(problem("a1 ".repeat(1_000))).isEqualTo("TOO_LONG 2000");
    }

    @Test
    void answersAnyTextWithAQuestionOrAProblem() {
        List<String> pieces = List.of("a1", "\"", "(", ")", "OR", "NOT", "-", "within", "3", "turns", "of", "NEAR/2",
                "agent:", "money", ">", "between", "and", "label:", "*", "started", "2026-01-01", ":", "=", "\u0000",
                "has:", "\uD83D", "percent(", "...3", "{", "%", "customer", "\"a [b] {money}\"");
        Random random = new Random(SEED);
        int understood = 0;
        for (int i = 0; i < 20_000; i++) {
            String query = IntStream.range(0, 1 + random.nextInt(12))
                    .mapToObj(each -> pieces.get(random.nextInt(pieces.size())) + " ".repeat(random.nextInt(2)))
                    .collect(Collectors.joining());
            try {
                assertThat(parse(query)).isNotNull();
                understood++;
            } catch (InvalidQueryException e) {
                Place place = e.problem().place();
                assertThat(place.start()).as("seed %s: %s", SEED, query).isBetween(0, query.length());
                assertThat(e.problem().remedy()).as(query).isNotBlank();
            }
        }
        assertThat(understood).isGreaterThan(500);
    }

    private static Question parse(String query) {
        return QueryParser.parse(query, ZoneOffset.UTC);
    }

    private static ValueTest test(String query) {
        return ((Question.Valued) parse(query)).test();
    }

    private static Range measured(String query) {
        return ((Question.Measured) parse(query)).range();
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    private static String problem(String query) {
        QueryProblem problem = catchThrowableOfType(InvalidQueryException.class, () -> parse(query)).problem();
        assertThat(Code.values()).contains(problem.code());
        assertThat(problem.cause()).isNotBlank();
        assertThat(problem.remedy()).isNotBlank();
        return problem.code() + " " + problem.place().start();
    }
}
