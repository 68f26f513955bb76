package org.jackfield.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The whole application: the engine's auto-configuration brings the database, the workflow engine, calls and the loopback
 * phone network.
 */
@SpringBootApplication
public class EngineOnlyApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(EngineOnlyApplication.class, arguments);
    }
}
