package org.jackfield.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jackfield.engine.docs.GeneratedDocs;

/**
 * The command {@code ./jackfield} on what the build just made. It becomes the product itself (exec), so its process id, signals
 * and exit code are the product's. The first start after a build unpacks the jar and rehearses, the others are quick.
 */
public final class Launcher {

    private static final String MODEST = "-Xmx512m -XX:TieredStopAtLevel=1";

    private Launcher() {}

    /** A process with that data folder and those arguments, and nothing of the settings of whoever runs the tests. */
    public static ProcessBuilder process(String data, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(GeneratedDocs.root().resolve("jackfield").toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("JACKFIELD_") || name.equals("JAVA_TOOL_OPTIONS"));
        environment
                .putAll(Map.of("JACKFIELD_AS_BUILT", "yes", "JACKFIELD_JAVA_OPTS", MODEST, "JACKFIELD_HTTP_PORT", "0",
                        "JACKFIELD_SIP_PORT", "0", "JACKFIELD_DATA_DIR", data));
        return builder;
    }
}
