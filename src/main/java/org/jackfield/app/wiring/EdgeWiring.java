package org.jackfield.app.wiring;

import java.time.Duration;
import org.jackfield.connectors.sip.SipCallControl;
import org.jackfield.engine.directory.FlowCatalog;
import org.jackfield.engine.flow.Flows;
import org.jackfield.engine.store.presence.JdbcRegistrations;
import org.jackfield.engine.time.Sweep;
import org.jackfield.engine.time.Timers;
import org.jackfield.engine.unit.UnitOfWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the edges of the application need of each other. */
@Configuration(proxyBeanMethods = false)
class EdgeWiring {

    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);

    @Bean
    SipAddress sipAddress(SipCallControl control) {
        return new SipAddress(control.address(), control.port());
    }

    @Bean
    FlowCatalog flowCatalog(Flows flows, UnitOfWork unit) {
        return (account, flow) -> unit.run(() -> flows.exists(account, flow));
    }

    @Bean(initMethod = "start")
    Sweep registrationSweep(JdbcRegistrations registrations, Timers timers) {
        return new Sweep("expired registrations", registrations::removeExpired, timers, BETWEEN_SWEEPS);
    }
}
