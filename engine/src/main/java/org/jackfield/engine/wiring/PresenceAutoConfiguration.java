package org.jackfield.engine.wiring;

import java.time.Clock;
import javax.sql.DataSource;
import org.jackfield.engine.event.EventLog;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.node.Nodes;
import org.jackfield.engine.presence.ClientRegistrations;
import org.jackfield.engine.presence.ContactAddresses;
import org.jackfield.engine.presence.ContactStates;
import org.jackfield.engine.presence.Looks;
import org.jackfield.engine.presence.PresenceNews;
import org.jackfield.engine.presence.PresenceStores;
import org.jackfield.engine.presence.Presences;
import org.jackfield.engine.store.presence.JdbcClientStore;
import org.jackfield.engine.store.presence.JdbcPresenceWatches;
import org.jackfield.engine.store.presence.JdbcRegistrations;
import org.jackfield.engine.tenant.SipDirectory;
import org.jackfield.engine.time.Timers;
import org.jackfield.engine.unit.UnitOfWork;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Registrations of phones and clients, and the presence that is made of them. */
@AutoConfiguration(after = {NodeAutoConfiguration.class, EventAutoConfiguration.class, TenantsAutoConfiguration.class})
@EnableConfigurationProperties(PresenceProperties.class)
public class PresenceAutoConfiguration {

    @Bean
    Looks presenceLooks(JdbcClient jdbc, Clock clock, PresenceProperties properties) {
        return new Looks(new JdbcPresenceWatches(jdbc), clock, properties.debounce());
    }

    @Bean
    JdbcRegistrations registrations(DataSource dataSource, UnitOfWork unit, Looks looks, Nodes nodes) {
        return new JdbcRegistrations(dataSource, unit, looks, nodes);
    }

    @Bean
    PresenceStores presenceStores(JdbcRegistrations phones, JdbcClient jdbc, Looks looks) {
        return new PresenceStores(phones, new JdbcClientStore(jdbc), looks);
    }

    @Bean
    Presences presences(PresenceStores stores, Nodes nodes, UnitOfWork unit) {
        return new Presences(stores, nodes, unit);
    }

    @Bean
    ClientRegistrations clientRegistrations(PresenceStores stores, Nodes nodes, UnitOfWork unit, Ids ids) {
        return new ClientRegistrations(stores, nodes, unit, ids);
    }

    @Bean(initMethod = "start")
    PresenceNews presenceNews(PresenceStores stores, Nodes nodes, UnitOfWork unit, EventLog events, Timers timers) {
        return new PresenceNews(new PresenceNews.Parts(stores, nodes, unit, events), timers);
    }

    @Bean
    ContactAddresses contactAddresses(SipDirectory domains) {
        return new ContactAddresses(domains);
    }

    @Bean
    ContactStates contactStates(ContactAddresses addresses, Presences presences) {
        return ContactStates.by(addresses, presences);
    }
}
