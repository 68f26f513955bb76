package org.jackfield.app.launch;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The command line: everything else is set by environment variables. */
final class Options {

    private static final String HELP_OPTION = "--help";
    private static final String DEMO = "--demo";
    private static final String RATE = "--demo-calls-per-minute=";

    static final String HELP = """
            Usage: jackfield [--help] [--demo [--demo-calls-per-minute=6]]
              --help    prints this
              --demo    also simulated callers and agents, who use only the API and SIP; 1 to 120 calls a minute
            Settings are environment variables; application.yml lists them all. The first ones:
              JACKFIELD_HTTP_PORT [8080]       API and console; 0 takes a free port
              JACKFIELD_SIP_PORT [5060]        SIP over UDP and TCP; 0 takes a free port
              JACKFIELD_RTP_PORTS [20000-24999]
              JACKFIELD_DATA_DIR [./data]      database, recordings, generated credentials
            Exit codes: 0 stopped as asked, 64 bad options, 69 a port or folder is taken, 78 bad configuration.""";

    private Options() {}

    static boolean asksForHelp(String... arguments) {
        return List.of(arguments).contains(HELP_OPTION);
    }

    /** The first argument that is not an option. */
    static Optional<String> unknown(String... arguments) {
        return List.of(arguments)
                .stream()
                .filter(argument -> !argument.equals(HELP_OPTION) && setting(argument).isEmpty())
                .findFirst();
    }

    /** The options as settings, in the form in which Spring Boot reads them. */
    static String[] settings(String... arguments) {
        boolean demo = List.of(arguments).stream().anyMatch(argument -> argument.startsWith(DEMO));
        Stream<String> asked = demo ? Stream.of("--jackfield.demo.enabled=true") : Stream.empty();
        return Stream.concat(asked, List.of(arguments).stream().flatMap(argument -> setting(argument).stream()))
                .distinct()
                .toArray(String[]::new);
    }

    private static Optional<String> setting(String argument) {
        if (argument.equals(DEMO)) {
            return Optional.of("--jackfield.demo.enabled=true");
        }
        return argument.startsWith(RATE)
                ? Optional.of("--jackfield.demo.calls-per-minute=" + argument.substring(RATE.length()))
                : Optional.empty();
    }
}
