package org.jackfield.app.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jackfield.connectors.rtp.MediaServer;
import org.jackfield.connectors.sip.SipCallControl;
import org.jackfield.engine.call.run.CallEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is up now, for monitoring. */
@Configuration(proxyBeanMethods = false)
class MetricsWiring {

    @Bean
    MeterBinder callMetrics(CallEngine calls) {
        return registry -> {
            Gauge.builder("jackfield.calls", () -> calls.census().calls()).register(registry);
            Gauge.builder("jackfield.legs", () -> calls.census().legs()).register(registry);
        };
    }

    @Bean
    MeterBinder edgeMetrics(SipCallControl sip, MediaServer media) {
        return registry -> {
            Gauge.builder("jackfield.sip.dialogs", () -> sip.census().dialogs()).register(registry);
            Gauge.builder("jackfield.sip.faults", () -> sip.census().faults()).register(registry);
            Gauge.builder("jackfield.media.streams", () -> media.statistics().streams()).register(registry);
            Gauge.builder("jackfield.media.free.pairs", () -> media.statistics().freePairs()).register(registry);
        };
    }
}
