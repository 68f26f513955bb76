package org.jackfield.analytics.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the command line asks for. */
record Options(Path in, Path out, Optional<Path> labels, List<Path> training) {

    /** A command line that makes no sense; the message says why. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    static Options parse(List<String> arguments) throws Refused {
        List<Path> files = new ArrayList<>();
        List<Path> training = new ArrayList<>();
        Optional<Path> labels = Optional.empty();
        String option = "";
        for (String argument : arguments) {
            if (argument.equals("--labels") || argument.equals("--train")) {
                option = argument;
            } else if (argument.startsWith("-")) {
                throw new Refused("unknown option " + argument);
            } else if (option.equals("--labels")) {
                labels = Optional.of(Path.of(argument));
                option = "";
            } else {
                (option.isEmpty() ? files : training).add(Path.of(argument));
            }
        }
        if (files.size() != 2) {
            throw new Refused("analyze takes two files, IN.jsonl and OUT.jsonl");
        }
        if (option.equals("--labels") || (option.equals("--train") && training.isEmpty())) {
            throw new Refused(option + " needs a file");
        }
        return new Options(files.getFirst(), files.getLast(), labels, List.copyOf(training));
    }
}
