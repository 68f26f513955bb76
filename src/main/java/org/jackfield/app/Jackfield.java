package org.jackfield.app;

import org.jackfield.app.launch.Carriers;
import org.jackfield.app.launch.Launch;
import org.jackfield.app.launch.Terminal;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The whole product in one process. What it prints, how it stops and its exit codes are in {@link Launch}. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class Jackfield {

    /** Starts the product; returns when it is ready, or ends the process. */
    public static void main(String[] args) {
        Carriers.provide();
        Terminal terminal = new Terminal();
        int code = new Launch(terminal, Jackfield.class).start(args);
        if (code != Launch.RUNNING) {
            terminal.exit(code);
        }
    }
}
