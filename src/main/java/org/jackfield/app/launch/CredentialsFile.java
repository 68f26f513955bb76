package org.jackfield.app.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jackfield.app.settings.AccountSettings;
import org.jackfield.engine.directory.FirstAccount.Given;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.id.Secrets;
import org.jackfield.engine.tenant.AccountId;

/**
 * The generated credentials of the first account, in a file that only its owner can read (mode 600). Written once, and
 * only with what the operator did not set himself.
 */
public final class CredentialsFile {

    private static final String SID = "JACKFIELD_ACCOUNT_SID";
    private static final String TOKEN = "JACKFIELD_AUTH_TOKEN";
    private static final int TOKEN_BYTES = 16;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path file;
    private final Ids ids;

    public CredentialsFile(Path file, Ids ids) {
        this.file = file;
        this.ids = ids;
    }

    /** The operator's settings, completed from the file or by new secrets that go into it. */
    public Given complete(AccountSettings settings) {
        Map<String, String> kept = read();
        int before = kept.size();
        String sid = settings.id().isEmpty()
                ? kept.computeIfAbsent(SID, key -> ids.next(IdPrefix.ACCOUNT))
                : settings.id();
        String token = settings.token().isEmpty()
                ? kept.computeIfAbsent(TOKEN, key -> HexFormat.of().formatHex(Secrets.bytes(TOKEN_BYTES)))
                : settings.token();
        if (kept.size() > before) {
            write(kept);
        }
        return new Given(new AccountId(sid), token);
    }

    private Map<String, String> read() {
        Map<String, String> values = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return values;
        }
        try {
            Files.setPosixFilePermissions(file, OWNER_ONLY);
            for (String line : Files.readAllLines(file)) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    values.put(line.substring(0, equals), line.substring(equals + 1).strip());
                }
            }
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException("the credentials " + file + " cannot be read", e);
        }
    }

    private void write(Map<String, String> values) {
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
        FileAttribute<Set<PosixFilePermission>> mode = PosixFilePermissions.asFileAttribute(OWNER_ONLY);
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, mode);
            Files.writeString(fresh, text, StandardOpenOption.SYNC);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the credentials " + file + " cannot be written", e);
        }
    }
}
