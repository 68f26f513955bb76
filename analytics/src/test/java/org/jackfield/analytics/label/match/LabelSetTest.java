package org.jackfield.analytics.label.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jackfield.analytics.extract.ValueType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelSetTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "cancel my plan;please cancel my plan today;true", "cancel my plan;cancel the plan;false",
        "cancel (my|the) plan;cancel the plan;true", "cancel (my|the best) plan;cancel the best plan;true",
        "cancel [my] plan;cancel plan;true", "cancel [my] plan;cancel my plan;true",
        "cancel [my] plan;cancel our plan;false", "cancel ...2 plan;cancel one old plan;true",
        "cancel ...2 plan;cancel plan;true", "cancel ...2 plan;cancel one very old plan;false",
        "cancel * plan;cancel plan;false", "cancel * plan;cancel that plan;true", "cancel* plan;cancelling plan;true",
        "cancel* plan;canal plan;false", "^ plan;plan b;true", "^ plan;my plan;false", "plan $;my plan!;true",
        "plan $;plan b;false", "i'd cancel;Id cancel;true", "(a b|a c) d;a c d;true", "(a b|a c) d;a b c d;false",
        "[x] (a|b) [y] c;x b y c;true"})
    void findsPhrasesWhereTheyAreSaid(String phrase, String text, boolean isSaid) {
        assertThat(Talk.of("c: " + text).heardBy(Talk.when("\"" + phrase + "\""))).hasSize(isSaid ? 1 : 0);
    }

    @Test
    void findsValuesOfATypeAndSize() {
        LabelSet big = Talk.when("{\"say\": \"{money > 500 USD} fee\"}");
        LabelSet percent = Talk.when("{\"say\": \"rate\", \"near\": \"{percent 3..9}\", \"words\": 4}");

        assertThat(Talk.of("a: a six hundred dollars fee")
                .with(0, "six hundred dollars", ValueType.MONEY, "600.00 USD")
                .heardBy(big)).containsExactly("0 l");
        assertThat(Talk.of("a: a five hundred dollars fee")
                .with(0, "five hundred dollars", ValueType.MONEY, "500.00 USD")
                .heardBy(big)).isEmpty();
        assertThat(Talk.of("a: a 600 pound fee").with(0, "600 pound", ValueType.MONEY, "600.00 GBP").heardBy(big))
                .isEmpty();
        assertThat(Talk.of("a: the rate for you is four percent")
                .with(0, "four percent", ValueType.PERCENT, "4")
                .heardBy(percent)).containsExactly("0 l");
        assertThat(Talk.of("a: the rate for you is ten percent")
                .with(0, "ten percent", ValueType.PERCENT, "10")
                .heardBy(percent)).isEmpty();
    }

    @Test
    void measuresDistanceAndOrderInWords() {
        LabelSet near = Talk.when("{\"say\": \"late\", \"near\": \"fee\", \"words\": 2}");
        LabelSet before = Talk.when("{\"say\": \"late\", \"before\": \"fee\", \"words\": 2}");
        LabelSet after = Talk.when("{\"say\": \"late\", \"after\": \"fee\", \"words\": 2}");
        Talk late = Talk.of("a: a late charge or fee", "a: that fee was late", "a: late and then again comes a fee");

        assertThat(late.heardBy(near)).containsExactly("0 l", "1 l");
        assertThat(late.heardBy(before)).containsExactly("0 l");
        assertThat(late.heardBy(after)).containsExactly("1 l");
    }

    @Test
    void crossesTurnsOfEitherSide() {
        LabelSet sold = Talk.when("""
                {"speaker": "agent", "say": "congratulations",
                 "after": {"speaker": "customer", "say": "yes"}, "turns": 2}""");

        assertThat(Talk.of("c: yes", "a: one moment", "a: congratulations").heardBy(sold)).containsExactly("2 l");
        assertThat(Talk.of("c: yes", "a: one moment", "a: please", "a: congratulations").heardBy(sold)).isEmpty();
        assertThat(Talk.of("a: congratulations", "c: yes").heardBy(sold)).isEmpty();
    }

    @Test
    void hearsWhatTheOtherSideSaidJustBeforeOrNext() {
        LabelSet agreed = Talk
                .when("{\"speaker\": \"customer\", \"say\": \"right\", \"previous\": {\"say\": \"is that right\"}}");
        LabelSet asked = Talk.when("{\"speaker\": \"agent\", \"say\": \"name\", \"next\": {\"say\": \"mary\"}}");
        LabelSet answer = Talk
                .when("{\"speaker\": \"customer\", \"at-most-words\": 2, \"previous\": {\"say\": \"your name\"}}");

        assertThat(Talk.of("a: is that right", "a: or not", "c: well", "c: right").heardBy(agreed))
                .containsExactly("3 l");
        assertThat(Talk.of("a: is that right", "c: no", "a: so", "c: right").heardBy(agreed)).isEmpty();
        assertThat(Talk.of("a: your name", "c: mary").heardBy(asked)).containsExactly("0 l");
        assertThat(Talk.of("a: your name please", "c: mary jones", "a: thanks").heardBy(answer)).containsExactly("1 l");
    }

    @Test
    void keepsToPlacesInTheConversation() {
        Talk talk = Talk.of("a: hello", "c: hello", "a: hello", "c: hello");

        assertThat(talk.heardBy(Talk.when("{\"say\": \"hello\", \"first\": 1}"))).containsExactly("0 l");
        assertThat(talk.heardBy(Talk.when("{\"say\": \"hello\", \"last\": 2}"))).containsExactly("2 l", "3 l");
        assertThat(talk.heardBy(LabelSet.empty()
                .with(Talk.define(
                        "{\"label\": \"l\", \"speaker\": \"customer\", \"only-first\": true, \"when\": \"hello\"}"))))
                .containsExactly("1 l");
    }

    @Test
    void refusesWhatMustNotBeSaid() {
        LabelSet cancels = LabelSet.empty()
                .with(Talk.define(
                        "{\"label\": \"l\", \"when\": \"cancel\", \"unless\": [\"do not cancel\", {\"say\": \"if\", \"last\": 1}]}"));

        assertThat(Talk.of("c: cancel if you must", "c: do not cancel", "c: cancel it", "c: cancel if so")
                .heardBy(cancels))
                .containsExactly("0 l", "2 l");
    }

    @Test
    void explainsEachLabelByPhraseAndPlace() {
        LabelSet labels = Talk.when("\"(cancel|stop) ...3 plan\"");

        List<Match> matches = labels.match(Talk.of("c: I'll stop this old plan.").transcript(), List.of());

        assertThat(matches).singleElement()
                .satisfies(match -> assertThat(match.evidence()).containsExactly(new Evidence(0,
                        "(cancel|stop) ...3 plan", 5, 23,
                        List.of(new Evidence.Place(5, 9), new Evidence.Place(19, 23)))));
    }

    @Test
    void changesOneLabelAndLeavesTheVersionBeforeAlone() {
        LabelSet first = LabelSet.empty()
                .with(Talk.define(
                        "{\"label\": \"x\", \"when\": \"red\"}, {\"label\": \"y\", \"when\": \"(red|green)\"}"));

        LabelSet second = first.with(Talk.define("{\"label\": \"x\", \"when\": \"blue bird*\"}"));
        LabelSet third = second.without(Set.of("y", "unknown"));

        Talk talk = Talk.of("c: red", "c: blue birds");
        assertThat(talk.heardBy(first)).containsExactly("0 x", "0 y");
        assertThat(talk.heardBy(second)).containsExactly("0 y", "1 x");
        assertThat(talk.heardBy(third)).containsExactly("1 x");
        assertThat(third.version()).isEqualTo(3);
        assertThat(third.names()).containsExactly("x");
    }

    @Test
    void boundsWhatHostileTurnsYield() {
        LabelSet labels = Talk.when(
                "[\"a ...12 b\", \"(a|b|c) ...12 (a|b) ...12 z\", {\"say\": \"a\", \"near\": \"b\", \"words\": 50}]");
        String many = "a b ".repeat(130_000);

        List<Match> matches = labels
                .match(Talk.of("c: " + many, "c: \u0000\u0001\ud800", "c: \u0430 \u4f60 a" + "b".repeat(
                        1 << 20), "c:").transcript(), List.of());

        assertThat(matches).singleElement().satisfies(match -> {
            assertThat(match.turn()).isZero();
            assertThat(match.evidence()).hasSizeLessThan(4);
        });
    }

    @Test
    void findsAPhraseDeepInALongTurn() {
        LabelSet labels = Talk.when("\"red ...8 bird\"");
        String noise = "blah ".repeat(1_000);

        assertThat(Talk.of("c: " + noise + "red one two three bird " + noise).heardBy(labels)).containsExactly("0 l");
        assertThat(Talk.of("c: " + "blah ".repeat(508) + "red one two three bird").heardBy(labels))
                .containsExactly("0 l");
    }
}
