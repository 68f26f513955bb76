package org.jackfield.analytics.batch;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;

/**
 * The command {@code ./jackfield analyze IN.jsonl OUT.jsonl [--labels FILE] [--train FILE...]}: reads conversations, writes what was
 * found in them. It starts without the application. Exit codes as the launcher tells them.
 */
public final class Analyze {

    private static final int BAD_OPTION = 64;
    private static final int BAD_DATA = 65;
    private static final int MISSING = 69;
    private static final int DEFECT = 70;

    private final CommandLine terminal;
    private final Labelling labelling;

    Analyze(CommandLine terminal, Labelling labelling) {
        this.terminal = terminal;
        this.labelling = labelling;
    }

    public static void main(String[] arguments) {
        CommandLine terminal = new CommandLine();
        terminal.exit(new Analyze(terminal, new DefinedLabels()).run(List.of(arguments)));
    }

    int run(List<String> arguments) {
        try {
            return run(Options.parse(arguments));
        } catch (Options.Refused e) {
            terminal.say("jackfield: " + e.getMessage());
            return BAD_OPTION;
        }
    }

    private int run(Options options) {
        try {
            LabelSource labels = labelling.open(options.labels(), options.training());
            Progress progress = new Progress(terminal, ManagementFactory.getRuntimeMXBean()::getUptime,
                    Files.size(options.in()));
            Batch batch = new Batch(terminal, labels);
            batch.run(options.in(), options.out(), progress);
            return sum(batch);
        } catch (NoSuchFileException e) {
            terminal.say("jackfield: there is no file " + e.getMessage());
        } catch (IllegalArgumentException e) {
            terminal.say("jackfield: " + e.getMessage());
            return BAD_DATA;
        } catch (IOException e) {
            terminal.say("jackfield: " + e.getMessage());
        }
        return MISSING;
    }

    private int sum(Batch batch) {
        long left = batch.bad() + batch.failed();
        if (left > 0) {
            terminal.say("jackfield: " + left + " lines left out, see above");
        }
        return batch.failed() > 0 ? DEFECT : left > 0 ? BAD_DATA : 0;
    }
}
