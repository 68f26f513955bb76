package org.jackfield.analytics.store;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jackfield.analytics.conversation.ConversationStores;
import org.jackfield.analytics.conversation.StoresContract;
import org.jackfield.engine.store.ModuleSchema;
import org.jackfield.engine.store.PostgresExtension;
import org.jackfield.engine.unit.UnitOfWork;
import org.junit.jupiter.api.BeforeAll;
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

    @Override
    protected <T> T inTransaction(Supplier<T> work) {
        return unit.run(work);
    }
}
