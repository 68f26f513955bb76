package org.jackfield.app.launch;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the product. Standard output carries one line when it is ready; logs go to standard error. The process ends with
 * 0 when it was asked to stop, 64 for bad options, 69 when a port or folder is taken, 78 for bad configuration, 70 for a
 * defect of ours (the numbers of BSD's {@code sysexits.h}).
 */
public final class Launch {

    /** The product runs; no exit code. */
    public static final int RUNNING = -1;

    static final int OK = 0;
    static final int BAD_OPTIONS = 64;

    private static final Logger LOG = LoggerFactory.getLogger(Launch.class);

    private final Terminal terminal;
    private final Class<?> application;

    public Launch(Terminal terminal, Class<?> application) {
        this.terminal = terminal;
        this.application = application;
    }

    /** Starts; {@link #RUNNING} when the product is ready, else the exit code. */
    public int start(String... arguments) {
        if (Options.asksForHelp(arguments)) {
            terminal.say(Options.HELP);
            return OK;
        }
        Optional<String> unknown = Options.unknown(arguments);
        if (unknown.isPresent()) {
            terminal.complain("jackfield: unknown option " + unknown.get() + "; try --help");
            return BAD_OPTIONS;
        }
        return run(Options.settings(arguments));
    }

    private int run(String... settings) {
        SpringApplication spring = new SpringApplication(application);
        spring.setBannerMode(Banner.Mode.OFF);
        spring.setRegisterShutdownHook(false);
        spring.setLogStartupInfo(false);
        spring.addListeners((ApplicationListener<ApplicationReadyEvent>) this::announce);
        try {
            ConfigurableApplicationContext context = spring.run(settings);
            terminal.onStop(() -> stop(context));
            return RUNNING;
        } catch (RuntimeException failed) {
            StartFailure failure = StartFailure.of(failed);
            if (failure.isDefect()) {
                LOG.error("the start failed", failed);
            }
            terminal.complain("jackfield: " + failure.message());
            return failure.exitCode();
        }
    }

    private void announce(ApplicationReadyEvent event) {
        Duration taken = Optional.ofNullable(event.getTimeTaken()).orElse(Duration.ZERO);
        Endpoints endpoints = event.getApplicationContext().getBean(Endpoints.class);
        terminal.say(String.format(Locale.ROOT, "Jackfield is ready: console %s %s (node %s, %.1f s)",
                endpoints.console(), endpoints.sip(), endpoints.node(), taken.toMillis() / 1_000.0));
    }

    private static void stop(ConfigurableApplicationContext context) {
        try {
            context.getBean(Drain.class).run(context);
            context.close();
        } catch (RuntimeException failed) {
            LOG.error("stopping failed; what was acknowledged is in the database", failed);
        }
    }
}
