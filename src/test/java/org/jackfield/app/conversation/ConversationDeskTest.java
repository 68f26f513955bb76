package org.jackfield.app.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jackfield.analytics.conversation.AccountLabels;
import org.jackfield.analytics.conversation.Analyst;
import org.jackfield.analytics.conversation.Archive;
import org.jackfield.analytics.conversation.Conversation;
import org.jackfield.analytics.conversation.ConversationStores;
import org.jackfield.analytics.conversation.Conversations;
import org.jackfield.analytics.conversation.KeepingRules;
import org.jackfield.analytics.conversation.Reviews;
import org.jackfield.analytics.conversation.Slice;
import org.jackfield.analytics.store.JdbcConversations;
import org.jackfield.analytics.store.JdbcDefinitions;
import org.jackfield.analytics.store.JdbcKeepingRules;
import org.jackfield.analytics.store.JdbcRelabellings;
import org.jackfield.analytics.store.JdbcReviews;
import org.jackfield.engine.id.TimeOrderedIds;
import org.jackfield.engine.store.ModuleSchema;
import org.jackfield.engine.store.PostgresExtension;
import org.jackfield.engine.store.event.JdbcEventLog;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.time.SettableClock;
import org.jackfield.engine.unit.UnitOfWork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Conversations and labels on the database: what is kept, what is not, and that every node sees a change at once. */
@ExtendWith(PostgresExtension.class)
class ConversationDeskTest {

    private static final AccountId ONE = new AccountId("AC" + "1".repeat(32));
    private static final AccountId TWO = new AccountId("AC" + "2".repeat(32));

    private final JdbcClient jdbc;
    private final UnitOfWork unit;
    private final SettableClock clock = new SettableClock();
    private Node node;
    private Node other;

    ConversationDeskTest(JdbcClient jdbc, UnitOfWork unit) {
        this.jdbc = jdbc;
        this.unit = unit;
        node = new Node(jdbc, unit, clock, 1);
        other = new Node(jdbc, unit, clock, 2);
    }

    /** The desks of one node. */
    private record Node(ConversationDesk desk, LabelDesk labels) {

        Node(JdbcClient jdbc, UnitOfWork unit, SettableClock clock, long seed) {
            this(stores(jdbc), new Surroundings(unit, new JdbcEventLog(jdbc, ids(clock, seed), clock, () -> {}),
                    ids(clock, seed), clock));
        }

        private Node(ConversationStores stores, Surroundings around) {
            this(new ConversationDesk(stores, new Analyst(new AccountLabels(stores.definitions())), around),
                    new LabelDesk(stores, new Archive(stores.conversations(), stores.definitions(),
                            stores.relabellings(), around.clock()), around));
        }

        private static TimeOrderedIds ids(SettableClock clock, long seed) {
            return new TimeOrderedIds(clock, new SplittableRandom(seed));
        }

        private static ConversationStores stores(JdbcClient jdbc) {
            return new ConversationStores(new JdbcConversations(jdbc), new JdbcDefinitions(jdbc),
                    new JdbcRelabellings(jdbc), new JdbcReviews(jdbc), new JdbcKeepingRules(jdbc));
        }
    }

    @BeforeAll
    static void migrate(DataSource database) {
        new ModuleSchema("analytics").migrate(database);
    }

    @BeforeEach
    void empty() {
        jdbc.sql("""
                TRUNCATE conversation, conversation_content, conversation_label, label_review, label_definition,
                    label_version, relabelling, conversation_settings, event, event_key
                """).update();
    }

    @Test
    void keepsCardNumberNowhereWhenItIsToldOverThreeTurns() {
        define(node, ONE, "told", "(four|one|eight)");

        Conversation kept = keep(node, ONE, "and what is the number on the card", "seven four one nine five",
                "mhm", "three six two", "three six two", "yes eight eight oh four one nine two six", "thank you");

        assertThat(kept.findings().redaction().count()).isEqualTo(4);
        assertThat(everythingStored()).contains("[card]", "conversation.stored", "thank you")
                .doesNotContain("seven four", "three six", "eight eight", "74195", "362", "8804");
    }

    @Test
    void tellsOfConversationInTheSameTransactionWhenItIsKept() {
        define(node, ONE, "greeting", "good morning");

        Conversation kept = keep(node, ONE, "good morning", "morning");

        assertThat(node.desk().find(ONE, kept.id())).contains(kept);
        assertThat(node.desk().find(TWO, kept.id())).isEmpty();
        String event = jdbc.sql("SELECT data::text FROM event WHERE type = 'conversation.stored' AND key = :key")
                .param("key", kept.id())
                .query(String.class)
                .single();
        assertThat(event).contains("greeting").doesNotContain("morning\"");
    }

    @Test
    void labelsByAChangeOfAnotherNodeAtOnce() {
        define(node, ONE, "greeting", "hello");
        assertThat(labels(keep(other, ONE, "hello"))).containsExactly("greeting");

        define(node, ONE, "greeting", "good day");
        assertThat(labels(keep(other, ONE, "hello"))).isEmpty();
        assertThat(labels(keep(other, ONE, "good day"))).containsExactly("greeting");
        assertThat(labels(keep(other, TWO, "good day"))).isEmpty();

        assertThat(node.labels().remove(ONE, "greeting")).isTrue();
        assertThat(labels(keep(other, ONE, "good day"))).isEmpty();
    }

    @Test
    void leavesVersionAsItIsWhenNothingChanges() {
        define(node, ONE, "greeting", "hello");

        define(node, ONE, "greeting", "hello");

        assertThat(node.labels().find(ONE, "greeting").orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void labelsWholeArchiveWhenALabelChangesAndNodesTakeTurns() {
        List<String> ids = new ArrayList<>();
        for (int n = 0; n < 1_200; n++) {
            ids.add(keep(node, ONE, n % 2 == 0 ? "please waive the fee" : "nothing at all").id());
        }
        keep(node, TWO, "please waive the fee");
        define(node, ONE, "waive", "waive ...3 fee");

        assertThat(node.labels().relabel()).isTrue();
        assertThat(node.labels().relabelling(ONE).orElseThrow().progress().done()).isEqualTo(500);
        Node restarted = new Node(jdbc, unit, clock, 3);
        assertThat(restarted.labels().relabel()).isTrue();
        assertThat(other.labels().relabel()).isTrue();

        assertThat(other.labels().relabel()).isFalse();
        assertThat(node.labels().relabelling(ONE).orElseThrow().isFinished()).isTrue();
        assertThat(node.desk().list(ONE, withLabel("waive"), Slice.first(9_999))).hasSize(600);
        assertThat(node.desk().find(ONE, ids.getFirst()).orElseThrow().findings().labels().getFirst().version())
                .isEqualTo(1);
        assertThat(node.desk().list(TWO, withLabel("waive"), Slice.first(999))).isEmpty();
        assertThat(events("label.relabelling-completed")).isEqualTo(1);
    }

    @Test
    void labelsEveryConversationWhenTheyComeWhileLabelsChange() throws Exception {
        CountDownLatch begin = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (Node at : List.of(node, other)) {
                running.add(threads.submit(() -> {
                    begin.await();
                    for (int n = 0; n < 60; n++) {
                        keep(at, ONE, "please waive the fee");
                    }
                    return true;
                }));
            }
            running.add(threads.submit(() -> {
                begin.await();
                for (int n = 0; n < 5; n++) {
                    define(node, ONE, "waive", n % 2 == 0 ? "waive" : "nothing");
                    other.labels().relabel();
                }
                return true;
            }));
            begin.countDown();
            for (Future<?> each : running) {
                each.get();
            }
        }
        while (node.labels().relabel()) {
            assertThat(node.labels().relabelling(ONE)).isPresent();
        }

        assertThat(node.desk().list(ONE, withLabel("waive"), Slice.first(999))).hasSize(120);
    }

    @Test
    void leavesNoRowWhenConversationsAreErased() {
        define(node, ONE, "greeting", "hello");
        Conversation first = keep(node, ONE, "hello");
        Conversation second = keep(node, ONE, "hello");
        node.desk().review(ONE, new Reviews.Review(first.id(), 0, "greeting", false, clock.instant()));
        assertThat(rows()).isEqualTo(2 + 2 + 2 + 1);

        assertThat(node.desk().erase(TWO, first.id())).isFalse();
        assertThat(node.desk().erase(ONE, first.id())).isTrue();
        assertThat(node.desk().erase(ONE, first.id())).isFalse();
        assertThat(rows()).isEqualTo(3);
        assertThat(node.desk().eraseOfCall(TWO, "CA7")).isZero();
        assertThat(node.desk().eraseOfCall(ONE, "CA7")).isEqualTo(1);

        assertThat(rows()).isZero();
        assertThat(node.desk().find(ONE, second.id())).isEmpty();
        assertThat(events("conversation.erased")).isEqualTo(2);
    }

    @Test
    void erasesOnlyWhatIsPastItsTimeWhenTheAccountLimitsIt() {
        for (int n = 0; n < 250; n++) {
            keep(node, ONE, "hello");
        }
        keep(node, TWO, "hello");
        node.desk().change(ONE, new KeepingRules.Rules(Optional.of(Duration.ofDays(30)), Set.of()));
        clock.advance(Duration.ofDays(29));
        keep(node, ONE, "hello");
        assertThat(node.desk().eraseOld(1_000)).isZero();

        clock.advance(Duration.ofDays(2));

        assertThat(node.desk().eraseOld(1_000)).isEqualTo(250);
        assertThat(node.desk().list(ONE, Conversations.Filter.ALL, Slice.first(9))).hasSize(1);
        assertThat(node.desk().list(TWO, Conversations.Filter.ALL, Slice.first(9))).hasSize(1);
        assertThat(events("conversation.erased")).isEqualTo(250);
    }

    @Test
    void keepsReviewsOfKnownTurnsOnly() {
        Conversation kept = keep(node, ONE, "hello", "hi");
        Instant now = clock.instant();

        assertThat(node.desk().review(ONE, new Reviews.Review(kept.id(), 1, "greeting", true, now))).isTrue();
        assertThat(node.desk().review(ONE, new Reviews.Review(kept.id(), 2, "greeting", true, now))).isFalse();
        assertThat(node.desk().review(TWO, new Reviews.Review(kept.id(), 1, "greeting", true, now))).isFalse();

        assertThat(node.desk().reviews(ONE, kept.id()))
                .containsExactly(new Reviews.Review(kept.id(), 1, "greeting", true, now));
        assertThat(node.desk().reviews(TWO, kept.id())).isEmpty();
    }

    private static void define(Node at, AccountId account, String name, String phrase) {
        LabelFile file = new LabelFile("{\"label\": \"%s\", \"when\": \"%s\"}".formatted(name, phrase));
        assertThat(at.labels().put(account, file.files())).isPresent();
    }

    private Conversation keep(Node at, AccountId account, String... texts) {
        List<String> turns = new ArrayList<>();
        for (String text : texts) {
            turns.add("{\"speaker\": \"%s\", \"text\": \"%s\"}".formatted(turns.size() % 2 == 0 ? "agent" : "customer",
                    text));
        }
        return at.desk()
                .keep(account, SubmissionReader.read("{\"call_sid\": \"CA7\", \"turns\": " + turns + "}",
                        clock.instant()));
    }

    private static List<String> labels(Conversation conversation) {
        return conversation.findings().labels().stream().map(given -> given.placed().label()).toList();
    }

    private static Conversations.Filter withLabel(String label) {
        return new Conversations.Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(label),
                Optional.empty(), Optional.empty());
    }

    private long events(String type) {
        return jdbc.sql("SELECT count(*) FROM event WHERE type = :type").param("type", type).query(Long.class).single();
    }

    private long rows() {
        return List.of("conversation", "conversation_content", "conversation_label", "label_review")
                .stream()
                .mapToLong(table -> jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single())
                .sum();
    }

    /** Every row of every table as text. */
    private String everythingStored() {
        StringBuilder all = new StringBuilder();
        jdbc.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '%schema_history'")
                .query(String.class)
                .list()
                .forEach(table -> jdbc.sql("SELECT t::text FROM " + table + " t")
                        .query(String.class)
                        .list()
                        .forEach(row -> all.append(row).append('\n')));
        return all.toString();
    }
}
