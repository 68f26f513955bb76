package org.jackfield.app.wiring;

import org.jackfield.connectors.rtp.MediaServer;
import org.jackfield.connectors.sip.SipCallControl;
import org.jackfield.engine.directory.AccountStore;
import org.jackfield.engine.event.EventReader;
import org.jackfield.engine.flow.Flows;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.UnitOfWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How well the parts are. */
@Configuration(proxyBeanMethods = false)
class HealthWiring {

    private static final AccountId NOBODY = new AccountId("health");

    @Bean
    PartHealth databaseHealthIndicator(UnitOfWork unit, AccountStore accounts) {
        return new PartHealth(() -> unit.run(accounts::first));
    }

    @Bean
    PartHealth engineHealthIndicator(UnitOfWork unit, Flows flows) {
        return new PartHealth(() -> unit.run(() -> flows.list(NOBODY, "", 1)));
    }

    @Bean
    PartHealth sipHealthIndicator(SipCallControl control) {
        return new PartHealth(control::census);
    }

    @Bean
    PartHealth mediaHealthIndicator(MediaServer media) {
        return new PartHealth(media::statistics);
    }

    @Bean
    PartHealth eventsHealthIndicator(UnitOfWork unit, EventReader events) {
        return new PartHealth(() -> unit.run(events::lastPosition));
    }
}
