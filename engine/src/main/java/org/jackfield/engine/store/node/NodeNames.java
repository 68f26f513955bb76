package org.jackfield.engine.store.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.jackfield.engine.error.InvalidSettingException;
import org.jackfield.engine.id.Secrets;
import org.jackfield.engine.node.NodeId;
import org.jackfield.engine.store.DataFolder;

/** What this node is called: as the setting says, else as it called itself when its data folder was new. */
public final class NodeNames {

    private static final String FILE = "node-name";
    private static final int RANDOM_BYTES = 4;

    private NodeNames() {}

    /** @param setting empty: take the generated name */
    public static String nameOf(DataFolder folder, String setting) {
        if (setting.isEmpty()) {
            return generated(folder.resolve(FILE));
        }
        if (!NodeId.isName(setting)) {
            throw new InvalidSettingException("JACKFIELD_NODE_NAME", setting,
                    "1 to 63 letters, digits, dots, dashes and underscores, a letter or digit first");
        }
        return setting;
    }

    private static String generated(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, "node-" + HexFormat.of().formatHex(Secrets.bytes(RANDOM_BYTES)) + "\n");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the name of this node cannot be kept in " + file, e);
        }
    }
}
