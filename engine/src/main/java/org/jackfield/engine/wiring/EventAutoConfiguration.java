package org.jackfield.engine.wiring;

import java.time.Clock;
import javax.sql.DataSource;
import org.jackfield.engine.alert.AlertingEventLog;
import org.jackfield.engine.alert.Alerts;
import org.jackfield.engine.event.EventLog;
import org.jackfield.engine.event.EventReader;
import org.jackfield.engine.event.EventSearch;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.store.alert.JdbcAlerts;
import org.jackfield.engine.store.event.EventRelay;
import org.jackfield.engine.store.event.EventWatches;
import org.jackfield.engine.store.event.JdbcEventCallbacks;
import org.jackfield.engine.store.event.JdbcEventLog;
import org.jackfield.engine.store.event.JdbcEventReader;
import org.jackfield.engine.store.event.JdbcEventSearch;
import org.jackfield.engine.work.callback.EventCallbacks;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The event log, its relay and its reader. */
@AutoConfiguration(after = {JdbcClientAutoConfiguration.class, UnitOfWorkAutoConfiguration.class})
@EnableConfigurationProperties(EventProperties.class)
public class EventAutoConfiguration {

    @Bean
    EventWatches eventWatches(JdbcClient jdbc, EventProperties properties) {
        return new EventWatches(() -> JdbcEventReader.lastPosition(jdbc), properties.poll());
    }

    @Bean(initMethod = "start")
    @DependsOnDatabaseInitialization
    EventRelay eventRelay(DataSource database, EventProperties properties, Clock clock, EventWatches watches) {
        return new EventRelay(database, properties.options(), clock, watches::nudge);
    }

    @Bean
    EventLog eventLog(JdbcClient jdbc, Ids ids, Clock clock, EventRelay relay) {
        return new AlertingEventLog(new JdbcEventLog(jdbc, ids, clock, relay::nudge), new JdbcAlerts(jdbc), ids,
                clock);
    }

    @Bean
    Alerts alerts(JdbcClient jdbc) {
        return new JdbcAlerts(jdbc);
    }

    @Bean
    EventSearch eventSearch(JdbcClient jdbc) {
        return new JdbcEventSearch(jdbc);
    }

    @Bean
    EventCallbacks eventCallbacks(JdbcClient jdbc) {
        return new JdbcEventCallbacks(jdbc);
    }

    @Bean
    EventReader eventReader(JdbcClient jdbc, EventWatches watches) {
        return new JdbcEventReader(jdbc, watches);
    }
}
