package org.jackfield.house;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A program that a rule runs to its end; what it printed and how it ended. */
record Command(int exitCode, String output) {

    static Command run(Path folder, List<String> arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(arguments).directory(folder.toFile()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Command(process.waitFor(), output);
    }
}
