package org.jackfield.analytics.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jackfield.analytics.extract.ValueType;
import org.jackfield.analytics.label.define.LabelDefinition;
import org.jackfield.analytics.transcript.Speaker;
import org.jackfield.analytics.transcript.Transcript;
import org.jackfield.analytics.transcript.Turn;
import org.junit.jupiter.api.Test;

/** From a transcript to a conversation, and from a changed label to the labels of the archive. */
class AnalystTest {

    private static final Instant NOON = Instant.parse("2024-05-15T12:00:00Z");
    private static final String ONE = "AC1";
    private static final String TWO = "AC2";

    private final ConversationStores stores = InMemoryStores.open();
    private final Analyst analyst = new Analyst(new AccountLabels(stores.definitions()));
    private final Archive archive = new Archive(stores.conversations(), stores.definitions(), stores.relabellings(),
            Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void findsNothingInWhatWasTakenOutWhenASecretIsTold() {
        define(ONE, "rate_quoted", "{percent}");
        Conversation made = analyse(ONE, "GT1", KeepingRules.Rules.NONE, "what is your card number",
                "4111 1111", "okay", "1111 1111", "your rate is three percent");

        assertThat(made.transcript().turns()).extracting(Turn::text)
                .containsExactly("what is your card number", "[card]", "okay", "[card]", "your rate is three percent");
        assertThat(made.toString()).doesNotContain("1111");
        assertThat(made.findings().values()).extracting(value -> value.normal()).containsExactly("3");
        assertThat(made.findings().labels()).extracting(given -> given.placed().label())
                .containsExactly("rate_quoted");
        assertThat(made.findings().redaction().count()).isEqualTo(2);
    }

    @Test
    void takesOutWhatTheAccountChoseWhenItHasRules() {
        KeepingRules.Rules rules = new KeepingRules.Rules(Optional.empty(), Set.of(ValueType.EMAIL));

        Conversation made = analyse(ONE, "GT1", rules, "hello", "mail me at lena dot ortiz at example dot com");

        assertThat(made.transcript().turns().get(1).text()).doesNotContain("lena").contains("[email]");
    }

    @Test
    void labelsByTheNewDefinitionWhenItWasJustChanged() {
        define(ONE, "greeting", "good morning");
        assertThat(labels(analyse(ONE, "GT1", KeepingRules.Rules.NONE, "good morning")))
                .containsExactly("greeting 0 1");

        define(ONE, "greeting", "hello");
        define(ONE, "thanks", "thank you");
        assertThat(labels(analyse(ONE, "GT2", KeepingRules.Rules.NONE, "good morning thank you"))).containsExactly(
                "thanks 0 3");
        assertThat(labels(analyse(TWO, "GT3", KeepingRules.Rules.NONE, "hello thank you"))).isEmpty();

        stores.definitions().remove(ONE, "thanks", NOON);
        assertThat(labels(analyse(ONE, "GT4", KeepingRules.Rules.NONE, "hello thank you"))).containsExactly(
                "greeting 0 2");
    }

    @Test
    void refusesReferencesWhenTheyHoldACardNumber() {
        Submission sent = new Submission(new Transcript("", Optional.empty(),
                List.of(Turn.of(0, Speaker.AGENT, "hi"))), List.of(),
                new Origin(Optional.of("CA" + "4".repeat(32)),
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("4111 1111 1111 1111")),
                "voice", NOON);

        assertThatThrownBy(() -> analyst.analyse(new Analyst.Owner(ONE, "GT1", NOON), sent, KeepingRules.Rules.NONE))
                .isInstanceOf(RefusedTranscriptException.class)
                .hasMessageNotContaining("4111");
    }

    @Test
    void saysWhatItWouldFindWhenPreviewed() {
        for (int n = 0; n < 30; n++) {
            keep(ONE, "GT" + (100 + n), n % 2 == 0 ? "please waive the fee" : "nothing at all");
        }
        keep(TWO, "GT200", "please waive the fee");

        Archive.Foreseen foreseen = archive.preview(ONE, definition("waive", "waive ...3 fee"), Duration.ofSeconds(5));

        assertThat(foreseen.matching()).isEqualTo(15);
        assertThat(foreseen.lookedAt()).isEqualTo(30);
        assertThat(foreseen.complete()).isTrue();
        assertThat(foreseen.examples()).hasSize(15);
        assertThat(foreseen.examples().getFirst().conversation().id()).isEqualTo("GT128");
        assertThat(foreseen.examples().getFirst().text()).isEqualTo("please waive the fee");
        assertThat(stores.conversations().find(ONE, "GT128").orElseThrow().findings().labels()).isEmpty();
    }

    @Test
    void labelsArchiveInStepsWhenALabelChanged() {
        for (int n = 0; n < 1_100; n++) {
            keep(ONE, "GT" + (10_000 + n), n % 100 == 0 ? "please waive the fee" : "nothing at all");
        }
        define(ONE, "waive", "waive ...3 fee");
        archive.begin(ONE, 1, Set.of("waive"));

        List<Long> done = new ArrayList<>();
        for (Optional<Relabelling> step = archive.step(); step.isPresent(); step = archive.step()) {
            done.add(step.orElseThrow().progress().done());
        }

        assertThat(done).containsExactly(500L, 1_000L, 1_100L);
        assertThat(stores.conversations().list(ONE, withLabel("waive"), Slice.first(50))).hasSize(11);
        assertThat(stores.relabellings().find(ONE).orElseThrow().isFinished()).isTrue();

        stores.definitions().remove(ONE, "waive", NOON);
        archive.begin(ONE, 2, Set.of("waive"));
        while (archive.step().isPresent()) {
            assertThat(stores.relabellings().find(ONE)).isPresent();
        }
        assertThat(stores.conversations().list(ONE, withLabel("waive"), Slice.first(50))).isEmpty();
    }

    @Test
    void beginsAgainWithBothWhenAnotherLabelChangesMeanwhile() {
        for (int n = 0; n < 600; n++) {
            keep(ONE, "GT" + (10_000 + n), "please waive the fee");
        }
        define(ONE, "waive", "waive");
        archive.begin(ONE, 1, Set.of("waive"));
        archive.step();
        define(ONE, "fee", "fee");

        Relabelling begun = archive.begin(ONE, 2, Set.of("fee"));

        assertThat(begun.labels()).containsExactlyInAnyOrder("waive", "fee");
        assertThat(begun.progress().done()).isZero();
        while (archive.step().isPresent()) {
            assertThat(stores.relabellings().find(ONE)).isPresent();
        }
        assertThat(stores.conversations().list(ONE, withLabel("fee"), Slice.first(9_999))).hasSize(600);
        assertThat(stores.conversations().list(ONE, withLabel("waive"), Slice.first(9_999))).hasSize(600);
    }

    private static Conversations.Filter withLabel(String label) {
        return new Conversations.Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(label),
                Optional.empty(), Optional.empty());
    }

    private void define(String account, String name, String phrase) {
        stores.definitions()
                .put(account, Map.of(name, "{\"labels\": [{\"label\": \"%s\", \"when\": \"%s\"}]}".formatted(name,
                        phrase)), NOON);
    }

    private static List<LabelDefinition> definition(String name, String phrase) {
        return AccountLabels.compiled("{\"labels\": [{\"label\": \"%s\", \"when\": \"%s\"}]}".formatted(name, phrase));
    }

    private void keep(String account, String id, String... texts) {
        stores.conversations().insert(analyse(account, id, KeepingRules.Rules.NONE, texts));
    }

    private Conversation analyse(String account, String id, KeepingRules.Rules rules, String... texts) {
        List<Turn> turns = new ArrayList<>();
        for (String text : texts) {
            turns.add(Turn.of(turns.size(), turns.size() % 2 == 0 ? Speaker.AGENT : Speaker.CUSTOMER, text));
        }
        return analyst.analyse(new Analyst.Owner(account, id, NOON), new Submission(
                new Transcript("", Optional.empty(), turns), List.of(), Origin.UNKNOWN, "voice", NOON), rules);
    }

    private static List<String> labels(Conversation conversation) {
        return conversation.findings()
                .labels()
                .stream()
                .map(given -> given.placed().label() + " " + given.placed().turn() + " " + given.version())
                .toList();
    }
}
