package org.jackfield.app.wiring;

import java.time.Clock;
import org.jackfield.app.metrics.MetricCatalog;
import org.jackfield.app.metrics.Sources;
import org.jackfield.connectors.rtp.MediaServer;
import org.jackfield.connectors.sip.SipCallControl;
import org.jackfield.engine.bpmn.FlowEngine;
import org.jackfield.engine.call.run.CallEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is up now, for monitoring. */
@Configuration(proxyBeanMethods = false)
class MetricsWiring {

    @Bean
    MetricCatalog metricCatalog(CallEngine calls, SipCallControl sip, MediaServer media, FlowEngine flows,
            Clock clock) {
        return new MetricCatalog(new Sources(calls::census, sip::census, media::statistics, flows::census), clock);
    }
}
