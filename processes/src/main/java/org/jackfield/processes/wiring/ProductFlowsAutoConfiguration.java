package org.jackfield.processes.wiring;

import org.jackfield.engine.flow.ShippedFlows;
import org.jackfield.processes.ProductFlows;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The product's flows are there when this module is. */
@AutoConfiguration
public class ProductFlowsAutoConfiguration {

    @Bean
    ShippedFlows productFlows() {
        return new ProductFlows();
    }
}
