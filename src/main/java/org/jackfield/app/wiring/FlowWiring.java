package org.jackfield.app.wiring;

import org.jackfield.engine.flow.ShippedFlows;
import org.jackfield.processes.ProductFlows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The product's own flows; the engine deploys them at the start. */
@Configuration(proxyBeanMethods = false)
class FlowWiring {

    @Bean
    ShippedFlows productFlows() {
        return new ProductFlows();
    }
}
