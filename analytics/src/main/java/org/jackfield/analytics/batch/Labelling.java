package org.jackfield.analytics.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Opens what puts the labels of a run. */
interface Labelling {

    /** Puts no labels. */
    Labelling NONE = (definitions, training) -> (transcript, values) -> List.of();

    /**
     * @param definitions the file of label definitions, when one was named
     * @param training conversations with their labels, to learn from
     * @throws IllegalArgumentException what is in a file is wrong; the message says where and why
     */
    LabelSource open(Optional<Path> definitions, List<Path> training) throws IOException;
}
