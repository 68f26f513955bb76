package org.jackfield.app.wiring;

import org.jackfield.app.launch.Drain;
import org.jackfield.app.launch.Endpoints;
import org.jackfield.app.settings.HttpSettings;
import org.jackfield.engine.directory.AccountAdmission;
import org.jackfield.engine.node.Nodes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Where the instance listens and how it stops. */
@Configuration(proxyBeanMethods = false)
class LaunchWiring {

    @Bean
    Endpoints endpoints(HttpSettings http, Environment environment, SipAddress sip, Nodes nodes) {
        return new ListeningEndpoints(http, environment, sip, nodes);
    }

    @Bean
    Drain drain(AccountAdmission admission) {
        return new Drain(admission::drain);
    }
}
