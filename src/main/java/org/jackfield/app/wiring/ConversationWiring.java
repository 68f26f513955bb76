package org.jackfield.app.wiring;

import java.time.Clock;
import java.time.Duration;
import org.jackfield.analytics.conversation.AccountLabels;
import org.jackfield.analytics.conversation.Analyst;
import org.jackfield.analytics.conversation.Archive;
import org.jackfield.analytics.conversation.ConversationStores;
import org.jackfield.analytics.store.JdbcConversations;
import org.jackfield.analytics.store.JdbcDefinitions;
import org.jackfield.analytics.store.JdbcKeepingRules;
import org.jackfield.analytics.store.JdbcRelabellings;
import org.jackfield.analytics.store.JdbcReviews;
import org.jackfield.app.conversation.ConversationDesk;
import org.jackfield.app.conversation.LabelDesk;
import org.jackfield.app.conversation.Surroundings;
import org.jackfield.engine.event.EventLog;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.store.ModuleSchema;
import org.jackfield.engine.time.Sweep;
import org.jackfield.engine.time.Timers;
import org.jackfield.engine.unit.UnitOfWork;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Conversations and labels. */
@Configuration(proxyBeanMethods = false)
class ConversationWiring {

    private static final Duration BETWEEN_ERASURES = Duration.ofMinutes(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    @Bean
    ModuleSchema analyticsSchema() {
        return new ModuleSchema("analytics");
    }

    @Bean
    ConversationStores conversationStores(JdbcClient jdbc) {
        return new ConversationStores(new JdbcConversations(jdbc), new JdbcDefinitions(jdbc),
                new JdbcRelabellings(jdbc), new JdbcReviews(jdbc), new JdbcKeepingRules(jdbc));
    }

    @Bean
    Surroundings conversationSurroundings(UnitOfWork unit, EventLog events, Ids ids, Clock clock) {
        return new Surroundings(unit, events, ids, clock);
    }

    @Bean
    ConversationDesk conversationDesk(ConversationStores stores, Surroundings around) {
        return new ConversationDesk(stores, new Analyst(new AccountLabels(stores.definitions())), around);
    }

    @Bean
    LabelDesk labelDesk(ConversationStores stores, Surroundings around) {
        return new LabelDesk(stores,
                new Archive(stores.conversations(), stores.definitions(), stores.relabellings(), around.clock()),
                around);
    }

    @Bean(initMethod = "start")
    @DependsOnDatabaseInitialization
    Sweep oldConversations(ConversationDesk desk, Timers timers) {
        return new Sweep("old conversations", desk::eraseOld, timers, BETWEEN_ERASURES);
    }

    /** A step counts as a full batch, so that the next one follows at once. */
    @Bean(initMethod = "start")
    @DependsOnDatabaseInitialization
    Sweep staleLabels(LabelDesk desk, Timers timers) {
        return new Sweep("stale labels", limit -> desk.relabel() ? limit : 0, timers, BETWEEN_LOOKS);
    }
}
