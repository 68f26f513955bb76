package org.jackfield.app.wiring;

import org.jackfield.app.launch.Drain;
import org.jackfield.app.launch.Endpoints;
import org.jackfield.app.settings.HttpSettings;
import org.jackfield.app.settings.NodeSettings;
import org.jackfield.engine.directory.AccountAdmission;
import org.jackfield.engine.directory.AccountStore;
import org.jackfield.engine.node.Nodes;
import org.jackfield.engine.unit.UnitOfWork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** How the instance stops, and how well its parts are. */
@Configuration(proxyBeanMethods = false)
class LaunchWiring {

    @Bean
    Endpoints endpoints(HttpSettings http, Environment environment, ObjectProvider<SipAddress> sip, Nodes nodes) {
        return new ListeningEndpoints(http, environment, sip, nodes);
    }

    @Bean
    Drain drain(AccountAdmission admission, NodeSettings settings) {
        return new Drain(atMost -> admission.drain(), settings.drainTime());
    }

    @Bean
    HealthIndicator databaseHealthIndicator(UnitOfWork unit, AccountStore accounts) {
        return () -> {
            unit.run(accounts::first);
            return Health.up().build();
        };
    }
}
