package org.jackfield.analytics.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jackfield.analytics.extract.ValueType;
import org.jackfield.analytics.label.define.LabelDefinition;
import org.jackfield.analytics.label.match.Talk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Each label is heard in a sentence that people say; the sentences are made up. */
class ShippedDefinitionsTest {

    private static final Labeller LABELLER = Labeller.of(Labeller.shipped());

    @Test
    void hasEightyLabelsEachDescribed() {
        List<LabelDefinition> shipped = Labeller.shipped();

        assertThat(shipped).hasSize(80).allSatisfy(label -> assertThat(label.description()).endsWith("."));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "one-sentence-a-label.csv", delimiter = ';')
    void hearsEachLabel(String label, String line) {
        assertThat(labels(Talk.of(line, "a: .", "c: .", "a: .", "c: ."), 0)).contains(label);
    }

    @Test
    void hearsValuesInTheirPlace() {
        assertThat(labels(Talk.of("a: your balance is $40").with(0, "$40", ValueType.MONEY, "40.00 USD"), 0))
                .contains("balance_quoted")
                .doesNotContain("fee_quoted");
        assertThat(labels(Talk.of("a: the room costs $90 a night").with(0, "$90", ValueType.MONEY, "90.00 USD"), 0))
                .contains("price_quoted")
                .doesNotContain("balance_quoted");
        assertThat(labels(Talk.of("a: there is a late fee of $25").with(0, "$25", ValueType.MONEY, "25.00 USD"), 0))
                .contains("fee_quoted");
        assertThat(labels(Talk.of("a: you owe us $25").with(0, "$25", ValueType.MONEY, "25.00 USD"), 0))
                .contains("amount_due_quoted");
        assertThat(labels(Talk.of("a: our rate is 4 %").with(0, "4 %", ValueType.PERCENT, "4"), 0))
                .contains("interest_rate_quoted");
    }

    @Test
    void hearsAnswersToWhatWasAsked() {
        assertThat(labels(Talk.of("a: so two seats on friday is that right", "c: yes please"), 1))
                .contains("caller_confirmed");
        assertThat(labels(Talk.of("a: is there anything else", "c: no i am good"), 1))
                .contains("caller_declined_more_help");
        assertThat(labels(Talk.of("a: what if i gave you half off", "c: no i still want to leave"), 1))
                .contains("discount_declined");
        assertThat(labels(Talk.of("c: that was it", "a: goodbye then"), 1)).contains("call_closing");
        assertThat(labels(Talk.of("a: which city are you in", "c: yes please"), 1)).doesNotContain("caller_confirmed");
    }

    @Test
    void hearsNothingInSmallTalk() {
        Talk talk = Talk.of("c: the weather was lovely on sunday", "a: it rained here", "c: oh well", "a: indeed");

        assertThat(LABELLER.label(talk.transcript(), talk.values())).isEmpty();
    }

    private static Set<String> labels(Talk talk, int turn) {
        Set<String> labels = new TreeSet<>();
        LABELLER.label(talk.transcript(), talk.values())
                .stream()
                .filter(label -> label.turn() == turn)
                .forEach(
                        label -> labels.add(label.label()));
        return labels;
    }
}
