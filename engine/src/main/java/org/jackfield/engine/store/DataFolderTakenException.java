package org.jackfield.engine.store;

import java.nio.file.Path;

/** Another running instance works in this data folder. The message says which folder and which process. */
public final class DataFolderTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DataFolderTakenException(Path folder, String holder) {
        super("the data folder " + folder + " is taken by " + (holder.isEmpty() ? "another process" : holder));
    }
}
