package org.jackfield.app.launch;

import java.util.List;
import java.util.Optional;

/** The command line: everything else is set by environment variables. */
final class Options {

    static final String HELP = """
            Usage: jackfield [--help]
              --help    prints this
            Settings are environment variables; application.yml lists them all. The first ones:
              JACKFIELD_HTTP_PORT [8080]       API and console; 0 takes a free port
              JACKFIELD_SIP_PORT [5060]        SIP over UDP and TCP; 0 takes a free port
              JACKFIELD_RTP_PORTS [20000-24999]
              JACKFIELD_DATA_DIR [./data]      database, recordings, generated credentials
            Exit codes: 0 stopped as asked, 64 bad options, 69 a port or folder is taken, 78 bad configuration.""";

    private Options() {}

    static boolean asksForHelp(String... arguments) {
        return List.of(arguments).contains("--help");
    }

    /** The first argument that is not an option. */
    static Optional<String> unknown(String... arguments) {
        return List.of(arguments).stream().filter(argument -> !argument.equals("--help")).findFirst();
    }
}
