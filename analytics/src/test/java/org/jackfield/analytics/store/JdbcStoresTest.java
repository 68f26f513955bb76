package org.jackfield.analytics.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jackfield.analytics.conversation.Conversation;
import org.jackfield.analytics.conversation.ConversationHead;
import org.jackfield.analytics.conversation.ConversationStores;
import org.jackfield.analytics.conversation.Conversations;
import org.jackfield.analytics.conversation.Findings;
import org.jackfield.analytics.conversation.Origin;
import org.jackfield.analytics.conversation.StoresContract;
import org.jackfield.analytics.conversation.Worth;
import org.jackfield.analytics.transcript.Speaker;
import org.jackfield.analytics.transcript.Transcript;
import org.jackfield.analytics.transcript.Turn;
import org.jackfield.engine.store.ModuleSchema;
import org.jackfield.engine.store.PostgresExtension;
import org.jackfield.engine.unit.UnitOfWork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(PostgresExtension.class)
class JdbcStoresTest extends StoresContract {

    private final JdbcClient jdbc;
    private final UnitOfWork unit;

    JdbcStoresTest(JdbcClient jdbc, UnitOfWork unit) {
        this.jdbc = jdbc;
        this.unit = unit;
    }

    @BeforeAll
    static void migrate(DataSource database) {
        new ModuleSchema("analytics").migrate(database);
    }

    @Override
    protected ConversationStores open() {
        jdbc.sql("""
                TRUNCATE conversation, conversation_content, conversation_label, label_review, label_definition,
                    label_version, relabelling, conversation_settings
                """).update();
        return new ConversationStores(new JdbcConversations(jdbc), new JdbcDefinitions(jdbc),
                new JdbcRelabellings(jdbc),
                new JdbcReviews(jdbc), new JdbcKeepingRules(jdbc));
    }

    @Test
    void readsFewerAtOnceWhenTheyAreLarge() {
        Conversations large = open().conversations();
        for (String id : List.of("GT1", "GT2", "GT3", "GT4")) {
            large.insert(large(id));
        }

        Conversations.Stretch first = large.after("AC1", "", 9, Worth.ALL);
        Conversations.Stretch second = large.after("AC1", first.last(), 9, Worth.ALL);

        assertThat(first.worth()).extracting(Conversation::id).containsExactly("GT1", "GT2", "GT3");
        assertThat(first.more()).isTrue();
        assertThat(second.worth()).extracting(Conversation::id).containsExactly("GT4");
        assertThat(second.more()).isFalse();
    }

    private static Conversation large(String id) {
        Turn turn = Turn.of(0, Speaker.AGENT, "a".repeat(900_000));
        return new Conversation(new ConversationHead("AC1", id, Origin.UNKNOWN, "voice", Instant.EPOCH, Duration.ZERO,
                1, Instant.EPOCH), new Transcript(id, Optional.empty(), List.of(turn)),
                new Findings(List.of(), List.of(), List.of(), 0, new Findings.Redaction(0, List.of(), true)));
    }

    @Override
    protected <T> T inTransaction(Supplier<T> work) {
        return unit.run(work);
    }
}
