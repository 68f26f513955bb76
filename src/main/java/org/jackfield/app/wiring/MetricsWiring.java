package org.jackfield.app.wiring;

import java.time.Clock;
import org.jackfield.app.metrics.MetricCatalog;
import org.jackfield.app.metrics.Sources;
import org.jackfield.connectors.rtp.MediaServer;
import org.jackfield.connectors.sip.SipCallControl;
import org.jackfield.engine.bpmn.FlowEngine;
import org.jackfield.engine.call.run.CallEngine;
import org.jackfield.engine.store.ConnectionPool;
import org.jackfield.engine.store.event.EventBacklog;
import org.jackfield.engine.work.WorkspaceOwners;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is up now, for monitoring. */
@Configuration(proxyBeanMethods = false)
class MetricsWiring {

    @Bean
    Sources.Stored storedSources(FlowEngine flows, JdbcClient jdbc, ObjectProvider<ConnectionPool> pools) {
        return new Sources.Stored(flows::census, () -> EventBacklog.read(jdbc),
                () -> pools.stream().mapToInt(ConnectionPool::waiting).sum());
    }

    @Bean
    Sources metricSources(CallEngine calls, SipCallControl sip, MediaServer media, WorkspaceOwners work,
            Sources.Stored stored) {
        return new Sources(new Sources.OfCalls(calls::census, calls::totals), sip::census, media::statistics,
                work::census, stored);
    }

    @Bean
    MetricCatalog metricCatalog(Sources sources, Clock clock) {
        return new MetricCatalog(sources, clock);
    }
}
