package org.jackfield.analytics.label.define;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionReaderTest {

    @Test
    void readsLabelsListsAndNamedConditions() throws IOException {
        List<LabelDefinition> definitions = read("""
                {"lists": {"pay": ["pay", "settle"]},
                 "conditions": {"asked": {"speaker": "agent", "say": "how much"}},
                 "labels": [{"label": "promise", "description": "d", "speaker": "customer", "only-first": true,
                             "when": {"say": "i will <pay>", "previous": {"use": "asked"}}}]}""");

        assertThat(definitions).singleElement().satisfies(definition -> {
            assertThat(definition.label()).isEqualTo("promise");
            assertThat(definition.onlyFirst()).isTrue();
            assertThat(definition.isHeardInTurn()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "{\"say\": \"(a|b\"};is not closed", "{\"say\": \"a)\"};closes nothing",
        "{\"say\": \"<colour>\"};no list is called colour", "{\"say\": \"{colour}\"};no value type is called colour",
        "{\"say\": \"{money 9..2}\"};no value lies in", "{\"say\": \"{person > 3}\"};person has no size",
        "{\"say\": \"{percent > 3 USD}\"};has no currency", "{\"say\": \"a ...40 b\"};none of 1 to 12",
        "{\"say\": \"ab*\"};stands for too many words", "{\"say\": \"? !\"};contains no word",
        "{\"say\": \"\"};no text",
        "{\"say\": \"a\", \"words\": 3};without near", "{\"say\": \"a\", \"near\": \"b\"};without a distance",
        "{\"say\": \"a\", \"near\": \"b\", \"words\": 51};not a number from 0 to 50",
        "{\"say\": \"a\", \"louder\": true};\"louder\" is not known here", "{\"use\": \"x\"};no condition is called",
        "{\"say\": \"a\", \"speaker\": \"boss\"};not known here", "[];an empty list",
        "{\"say\": \"a\", \"at-least-words\": 9, \"at-most-words\": 2};that long and that short"})
    void tellsWhatIsWrongWithACondition(String when, String cause) {
        assertProblem(when, cause);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {"{\"speaker\": \"agent\"}", "{\"not\": \"bye\"}",
        "{\"first\": 1}", "[\"hello\", {\"at-most-words\": 3}]", "{\"previous\": {\"last\": 3}}"})
    void refusesWhatHoldsOfEverything(String when) {
        assertProblem(when, "nothing in particular is said");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {"\"[please] ...5\"", "\"*\"", "\"^ $\"", "\"(a|[b])\""})
    void refusesPhrasesThatNeedNoWord(String phrase) {
        assertProblem(phrase, "without any word of it");
    }

    @Test
    void refusesContradictions() {
        assertProblem("{\"say\": \"yes\", \"not\": {\"say\": \"yes\"}}", "must not be said");
        assertProblem("{\"all\": [{\"speaker\": \"agent\"}, {\"speaker\": \"customer\"}, \"hi\"]}", "one speaker");
    }

    @Test
    void refusesWhatWouldExplode() {
        assertProblem("\"" + "(a b|c d) ".repeat(30) + "\"", "pieces");
        assertProblem("\"" + "word ".repeat(400) + "\"", "characters");
        assertProblem("\"" + "(".repeat(40) + "a" + ")".repeat(40) + "\"", "too deep");
        assertProblem("{\"any\": [".repeat(20) + "\"a\"" + "]}".repeat(20), "too deep");
    }

    @Test
    void refusesListsAndConditionsThatContainThemselves() {
        assertThatThrownBy(
                () -> read("{\"lists\": {\"a\": [\"<a> x\"]}, \"labels\": [{\"label\": \"l\", \"when\": \"<a>\"}]}"))
                .isInstanceOf(InvalidDefinitionsException.class)
                .hasMessageContaining("cannot contain itself");
        assertThatThrownBy(() -> read("""
                {"conditions": {"a": {"use": "a"}}, "labels": [{"label": "l", "when": {"say": "x", "use": "a"}}]}"""))
                .isInstanceOf(InvalidDefinitionsException.class)
                .hasMessageContaining("too deep");
    }

    @Test
    void tellsThePlaceTheCauseAndTheRemedyOfEachProblem() {
        assertThatThrownBy(() -> read(
                """
                        {"labels": [{"label": "one", "when": ["fine", {"say": ["good", "<mood>"]}]},
                                    {"label": "one", "when": "x"}, {"label": "Two words", "when": "x"}, {"label": "three"}]}"""))
                .isInstanceOfSatisfying(InvalidDefinitionsException.class, invalid -> assertThat(invalid.problems())
                        .extracting(Problem::place, Problem::cause, Problem::remedy)
                        .contains(tuple("label one.when[2].say[2]",
                                "no list is called mood", "add it to \"lists\", or write the words themselves"))
                        .extracting(found -> found.toList().get(1))
                        .contains("is defined twice", "has no proper name", "does not say when it holds"));
    }

    @Test
    void tellsWhereTextIsNoJson() {
        assertThatThrownBy(() -> read("{\"labels\": [\n}"))
                .isInstanceOf(InvalidDefinitionsException.class)
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> read("[]")).isInstanceOf(InvalidDefinitionsException.class)
                .hasMessageContaining("holds no labels");
    }

    private static void assertProblem(String when, String cause) {
        assertThatThrownBy(() -> read("{\"labels\": [{\"label\": \"l\", \"when\": " + when + "}]}"))
                .isInstanceOf(InvalidDefinitionsException.class)
                .hasMessageContaining(cause);
    }

    private static List<LabelDefinition> read(String json) throws IOException {
        return DefinitionReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
