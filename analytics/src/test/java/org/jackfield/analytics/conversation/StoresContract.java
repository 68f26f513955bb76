package org.jackfield.analytics.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jackfield.analytics.extract.ExtractedValue;
import org.jackfield.analytics.extract.Fact;
import org.jackfield.analytics.extract.ValueType;
import org.jackfield.analytics.label.PlacedLabel;
import org.jackfield.analytics.label.match.Evidence;
import org.jackfield.analytics.transcript.Speaker;
import org.jackfield.analytics.transcript.Transcript;
import org.jackfield.analytics.transcript.Turn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of conversations does. */
public abstract class StoresContract {

    private static final Instant NOON = Instant.parse("2024-05-15T12:00:00Z");
    private static final String ONE = "AC1";
    private static final String TWO = "AC2";

    private ConversationStores stores = InMemoryStores.open();

    /** Empty ones. */
    protected abstract ConversationStores open();

    protected <T> T inTransaction(Supplier<T> work) {
        return work.get();
    }

    @BeforeEach
    void begin() {
        stores = open();
    }

    @Test
    void findsWholeConversationWhenItIsKept() {
        Conversation kept = conversation(ONE, "GT1", "CA1", NOON);

        stores.conversations().insert(kept);

        assertThat(stores.conversations().find(ONE, "GT1")).contains(kept);
        assertThat(stores.conversations().find(TWO, "GT1")).isEmpty();
        assertThat(stores.conversations().count(ONE)).isEqualTo(1);
    }

    @Test
    void keepsBareConversationWhenNothingIsKnownOfIt() {
        Conversation bare = new Conversation(
                new ConversationHead(ONE, "GT1", Origin.UNKNOWN, "chat", NOON, Duration.ZERO, 1, NOON),
                new Transcript("GT1", Optional.empty(), List.of(Turn.of(0, Speaker.AGENT, "hi \ud83d\ude00 \u4e2d"))),
                new Findings(List.of(), List.of(), List.of(), 0, new Findings.Redaction(0, List.of(), true)));

        stores.conversations().insert(bare);

        assertThat(stores.conversations().find(ONE, "GT1")).contains(bare);
    }

    @Test
    void listsNewestFirstWhenPagesAreRead() {
        List.of("GT1", "GT2", "GT3", "GT4", "GT5")
                .forEach(id -> stores.conversations().insert(conversation(ONE, id, "CA" + id, NOON)));
        stores.conversations().insert(conversation(TWO, "GT6", "CA6", NOON));

        assertThat(ids(Conversations.Filter.ALL, Slice.first(2))).containsExactly("GT5", "GT4");
        assertThat(ids(Conversations.Filter.ALL, new Slice("GT4", 2, false))).containsExactly("GT3", "GT2");
        assertThat(ids(Conversations.Filter.ALL, new Slice("GT2", 2, true))).containsExactly("GT4", "GT3");
        assertThat(ids(Conversations.Filter.ALL, new Slice("GT1", 2, false))).isEmpty();
    }

    @Test
    void listsThoseThatFitWhenTheyAreFiltered() {
        stores.conversations().insert(conversation(ONE, "GT1", "CA1", NOON));
        stores.conversations().insert(conversation(ONE, "GT2", "CA2", NOON.plusSeconds(60)));

        assertThat(ids(filter("CA1", "", ""), Slice.first(9))).containsExactly("GT1");
        assertThat(ids(filter("", "greeting", ""), Slice.first(9))).containsExactly("GT2", "GT1");
        assertThat(ids(filter("", "other", ""), Slice.first(9))).isEmpty();
        assertThat(ids(filter("", "", "WQ1"), Slice.first(9))).containsExactly("GT2", "GT1");
        assertThat(ids(between(NOON.plusSeconds(1), NOON.plusSeconds(61)), Slice.first(9))).containsExactly("GT2");
        assertThat(ids(between(NOON, NOON.plusSeconds(60)), Slice.first(9))).containsExactly("GT1");
    }

    @Test
    void readsWholeOnesInOrderWhenTheArchiveIsWalkedThrough() {
        List.of("GT3", "GT1", "GT2").forEach(id -> stores.conversations().insert(conversation(ONE, id, "CA1", NOON)));

        Conversations archive = stores.conversations();
        assertThat(archive.after(ONE, "", 2, Worth.ALL).worth()).extracting(Conversation::id)
                .containsExactly("GT1", "GT2");
        assertThat(archive.after(ONE, "GT2", 2, Worth.ALL))
                .isEqualTo(new Conversations.Stretch(1, "GT3", false, List.of(conversation(ONE, "GT3", "CA1", NOON))));
        assertThat(archive.before(ONE, "", 2, Worth.ALL).worth()).extracting(Conversation::id)
                .containsExactly("GT3", "GT2");
        assertThat(archive.before(ONE, "GT2", 2, Worth.ALL).last()).isEqualTo("GT1");
        assertThat(archive.after(ONE, "", 2, Worth.ALL).more()).isTrue();
        assertThat(archive.before(ONE, "GT2", 2, Worth.ALL).more()).isFalse();
        assertThat(archive.after(TWO, "", 2, Worth.ALL)).isEqualTo(new Conversations.Stretch(0, "", false, List.of()));
    }

    @Test
    void leavesOutWhatCannotHaveALabelWhenTheArchiveIsWalkedThrough() {
        stores.conversations().insert(conversation(ONE, "GT1", "CA1", NOON));

        assertThat(worth("evening")).isEqualTo(new Conversations.Stretch(1, "GT1", false, List.of()));
        assertThat(worth("{percent}").worth()).isEmpty();
        assertThat(worth("evening", "{money}").worth()).hasSize(1);
        assertThat(worth("morn*").worth()).hasSize(1);
        assertThat(worth("evening", "dollars").worth()).hasSize(1);
        assertThat(worth("^begin").worth()).hasSize(1);
        assertThat(worth("\u00e9t\u00e9").worth()).hasSize(1);
    }

    private Conversations.Stretch worth(String... cues) {
        return stores.conversations().after(ONE, "", 9, new Worth(Set.of(cues)));
    }

    @Test
    void leavesNothingWhenConversationIsDeleted() {
        stores.conversations().insert(conversation(ONE, "GT1", "CA1", NOON));
        stores.reviews().put(ONE, new Reviews.Review("GT1", 0, "greeting", true, NOON));

        assertThat(stores.conversations().delete(TWO, "GT1")).isFalse();
        assertThat(stores.conversations().delete(ONE, "GT1")).isTrue();

        assertThat(stores.conversations().delete(ONE, "GT1")).isFalse();
        assertThat(stores.conversations().count(ONE)).isZero();
    }

    @Test
    void deletesAllOfACallWhenAsked() {
        stores.conversations().insert(conversation(ONE, "GT1", "CA1", NOON));
        stores.conversations().insert(conversation(ONE, "GT2", "CA1", NOON));
        stores.conversations().insert(conversation(ONE, "GT3", "CA2", NOON));
        stores.conversations().insert(conversation(TWO, "GT4", "CA1", NOON));

        assertThat(stores.conversations().deleteOfCall(ONE, "CA1", 1)).extracting(ConversationHead::id)
                .containsExactly("GT1");
        assertThat(stores.conversations().deleteOfCall(ONE, "CA1", 5)).extracting(ConversationHead::id)
                .containsExactly("GT2");

        assertThat(ids(Conversations.Filter.ALL, Slice.first(9))).containsExactly("GT3");
        assertThat(stores.conversations().count(TWO)).isEqualTo(1);
    }

    @Test
    void deletesOldestWhenTheirTimeIsOver() {
        stores.conversations().insert(conversation(ONE, "GT1", "CA1", NOON.plusSeconds(2)));
        stores.conversations().insert(conversation(ONE, "GT2", "CA1", NOON.plusSeconds(1)));
        stores.conversations().insert(conversation(ONE, "GT3", "CA1", NOON.plusSeconds(3)));

        assertThat(stores.conversations().deleteOlder(ONE, NOON.plusSeconds(3), 1)).extracting(ConversationHead::id)
                .containsExactly("GT2");
        assertThat(stores.conversations().deleteOlder(ONE, NOON.plusSeconds(3), 9)).extracting(ConversationHead::id)
                .containsExactly("GT1");
        assertThat(ids(Conversations.Filter.ALL, Slice.first(9))).containsExactly("GT3");
    }

    @Test
    void replacesOnlyTheNamedLabelsWhenLabelledAnew() {
        stores.conversations().insert(conversation(ONE, "GT1", "CA1", NOON));
        stores.conversations().insert(conversation(ONE, "GT2", "CA1", NOON));
        GivenLabel fee = new GivenLabel(new PlacedLabel("fee", 1, true, 1, List.of(), List.of("near")), 7);

        stores.conversations().insert(conversation(ONE, "GT3", "CA1", NOON));

        stores.conversations()
                .relabel(ONE, new Conversations.Range("GT1", "GT2"), Set.of("fee", "greeting"),
                        Map.of("GT2", List.of(fee)));

        assertThat(labels("GT1")).containsExactly("greeting 0 3");
        assertThat(labels("GT2")).containsExactly("fee 1 7");
        assertThat(labels("GT3")).containsExactly("greeting 0 3");

        stores.conversations().relabel(ONE, new Conversations.Range("", "GT2"), Set.of("rate", "fee"), Map.of());
        assertThat(labels("GT1")).containsExactly("greeting 0 3");
        assertThat(labels("GT2")).isEmpty();
    }

    @Test
    void countsVersionsWhenLabelsChange() {
        Definitions definitions = stores.definitions();
        assertThat(inTransaction(() -> definitions.holdVersion(ONE))).isZero();

        assertThat(inTransaction(() -> definitions.put(ONE, Map.of("fee", "{1}", "rate", "{2}"), NOON))).isEqualTo(1);
        assertThat(inTransaction(() -> definitions.put(ONE, Map.of("fee", "{3}"), NOON.plusSeconds(1)))).isEqualTo(2);
        assertThat(inTransaction(() -> definitions.remove(ONE, "rate", NOON))).contains(3L);
        assertThat(inTransaction(() -> definitions.remove(ONE, "rate", NOON))).isEmpty();
        assertThat(inTransaction(() -> definitions.put(ONE, Map.of("rate", "{4}"), NOON))).isEqualTo(4);

        assertThat(definitions.all(ONE)).containsExactly(
                new Definitions.Defined("fee", "{3}", 2, NOON.plusSeconds(1)),
                new Definitions.Defined("rate", "{4}", 4, NOON));
        assertThat(definitions.find(ONE, "rate")).isPresent();
        assertThat(definitions.find(TWO, "rate")).isEmpty();
        assertThat(definitions.all(TWO)).isEmpty();
        assertThat(definitions.version(ONE)).isEqualTo(4);
        assertThat(definitions.version(TWO)).isZero();
    }

    @Test
    void claimsTheOneThatWaitedLongestWhenArchivesAreLabelledAnew() {
        Relabellings relabellings = stores.relabellings();
        Relabelling one = new Relabelling(ONE, 4, Set.of("fee", "rate"), Relabelling.Progress.begin(10, NOON));
        Relabelling two = new Relabelling(TWO, 2, Set.of("fee"),
                Relabelling.Progress.begin(10, NOON.minusSeconds(1)));
        relabellings.put(one);
        relabellings.put(two);

        assertThat(relabellings.find(ONE)).contains(one);
        assertThat(inTransaction(relabellings::claim)).contains(two);

        relabellings.put(two.with(two.progress().at("GT7", 5, NOON.plusSeconds(1))));
        assertThat(inTransaction(relabellings::claim)).contains(one);

        relabellings.put(one.with(one.progress().end(NOON)));
        relabellings.put(two.with(two.progress().end(NOON)));
        assertThat(inTransaction(relabellings::claim)).isEmpty();
        assertThat(relabellings.find(ONE).orElseThrow().isFinished()).isTrue();
    }

    @Test
    void keepsLastWordWhenALabelIsReviewed() {
        stores.conversations().insert(conversation(ONE, "GT1", "CA1", NOON));
        stores.reviews().put(ONE, new Reviews.Review("GT1", 1, "greeting", true, NOON));
        stores.reviews().put(ONE, new Reviews.Review("GT1", 0, "greeting", true, NOON));
        stores.reviews().put(ONE, new Reviews.Review("GT1", 1, "greeting", false, NOON.plusSeconds(1)));

        assertThat(stores.reviews().of(ONE, "GT1")).containsExactly(
                new Reviews.Review("GT1", 0, "greeting", true, NOON),
                new Reviews.Review("GT1", 1, "greeting", false, NOON.plusSeconds(1)));
        assertThat(stores.reviews().of(TWO, "GT1")).isEmpty();
    }

    @Test
    void keepsRulesOfEachAccount() {
        KeepingRules.Rules days = new KeepingRules.Rules(Optional.of(Duration.ofDays(90)),
                Set.of(ValueType.PHONE, ValueType.EMAIL));
        stores.rules().put(TWO, days);
        stores.rules().put(ONE, new KeepingRules.Rules(Optional.empty(), Set.of(ValueType.PHONE)));

        assertThat(stores.rules().of(TWO)).isEqualTo(days);
        assertThat(stores.rules().of("AC3")).isEqualTo(KeepingRules.Rules.NONE);
        assertThat(stores.rules().limited("", 9)).containsExactly(new KeepingRules.OfAccount(TWO, days));
        assertThat(stores.rules().limited(TWO, 9)).isEmpty();
    }

    private List<String> ids(Conversations.Filter filter, Slice slice) {
        return stores.conversations().list(ONE, filter, slice).stream().map(ConversationHead::id).toList();
    }

    private List<String> labels(String id) {
        return stores.conversations()
                .find(ONE, id)
                .orElseThrow()
                .findings()
                .labels()
                .stream()
                .map(given -> given.placed().label() + " " + given.placed().turn() + " " + given.version())
                .sorted()
                .toList();
    }

    private static Conversations.Filter filter(String call, String label, String queue) {
        return new Conversations.Filter(given(call), given(queue), Optional.empty(), given(label), Optional.empty(),
                Optional.empty());
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }

    private static Conversations.Filter between(Instant from, Instant before) {
        return new Conversations.Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(from), Optional.of(before));
    }

    private static Conversation conversation(String account, String id, String call, Instant started) {
        Origin origin = new Origin(Optional.of(call), Optional.of("WQ1"), Optional.of("WK1"), Optional.of("main"),
                Optional.of("ticket 7"));
        Turn hello = new Turn(0, Speaker.AGENT, "good morning", Optional.of(new Turn.Time(0, 900)), Optional.empty(),
                List.of());
        Turn answer = new Turn(1, Speaker.CUSTOMER, "fifty dollars to [card]", Optional.of(new Turn.Time(1_000, 2_500)),
                Optional.of("amount"), List.of("fifteen dollars"));
        ExtractedValue sum = new ExtractedValue(ValueType.MONEY, "50.00 USD",
                List.of(new ExtractedValue.Part(1, 0, 13)), Optional.of("transfer_amount"), "money");
        Evidence evidence = new Evidence(0, "good (morning|evening)", 0, 12,
                List.of(new Evidence.Place(0, 4), new Evidence.Place(5, 12)));
        GivenLabel greeting = new GivenLabel(new PlacedLabel("greeting", 0, true, 1, List.of(evidence), List.of()), 3);
        return new Conversation(new ConversationHead(account, id, origin, "voice", started, Duration.ofMillis(2_500), 2,
                started.plusSeconds(9)),
                new Transcript(id, Optional.of(LocalDate.parse("2024-05-15")), List.of(hello, answer)),
                new Findings(List.of(sum), List.of(new Fact("transfer_amount", ValueType.MONEY, "50.00 USD")),
                        List.of(greeting), 3,
                        new Findings.Redaction(1, List.of(new Turn.Time(1_000, 2_500)), true)));
    }
}
