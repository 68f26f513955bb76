package org.jackfield.analytics.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Makes the labeller of a run. */
interface Labelling {

    /** Puts no labels. */
    Labelling NONE = (definitions, training) -> (transcript, values) -> List.of();

    /**
     * @param definitions the file of label definitions, when one was named
     * @param training conversations with their labels, to learn from
     */
    Labeller open(Optional<Path> definitions, List<Path> training);
}
