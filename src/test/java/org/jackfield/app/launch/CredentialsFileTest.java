package org.jackfield.app.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jackfield.app.settings.AccountSettings;
import org.jackfield.engine.directory.FirstAccount.Given;
import org.jackfield.engine.id.IdPrefix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsFileTest {

    private static final String SID = "AC" + "a".repeat(32);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void generatesOnceIntoAFileThatOnlyItsOwnerReads() throws IOException {
        Path file = folder.resolve("credentials");

        Given made = complete(file, "", "");
        Given again = complete(file, "", "");

        assertThat(again).isEqualTo(made);
        assertThat(made.token()).matches("[0-9a-f]{32}");
        assertThat(IdPrefix.ACCOUNT.matches(made.id().value())).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(Files.readString(file)).contains("JACKFIELD_ACCOUNT_SID=" + made.id(),
                "JACKFIELD_AUTH_TOKEN=" + made.token());
    }

    @Test
    void writesNothingThatTheOperatorGave() {
        Path file = folder.resolve("credentials");

        Given given = complete(file, SID, "the-operators-token");

        assertThat(given.id().value()).isEqualTo(SID);
        assertThat(given.token()).isEqualTo("the-operators-token");
        assertThat(file).doesNotExist();
    }

    @Test
    void completesAGivenAccountWithAGeneratedToken() {
        Path file = folder.resolve("credentials");

        Given given = complete(file, SID, "");

        assertThat(given.id().value()).isEqualTo(SID);
        assertThat(file).content().startsWith("JACKFIELD_AUTH_TOKEN=").doesNotContain(SID);
        assertThat(given.toString()).doesNotContain(given.token());
    }

    private static Given complete(Path file, String sid, String token) {
        return new CredentialsFile(file, prefix -> prefix.letters() + "0".repeat(31) + "1")
                .complete(new AccountSettings(sid, token));
    }
}
