package org.jackfield.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.jackfield.engine.error.InvalidSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {

    private static final String SETTING = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void opensWhatItSealedAndShowsNothingOfIt() {
        try (DataFolder data = DataFolder.open(folder)) {
            Seal seal = Seal.of(SETTING, data);
            String sealed = seal.seal("AC1/SK1", "secret");

            assertThat(Seal.of(SETTING, data).open("AC1/SK1", sealed)).contains("secret");
            assertThat(new String(Base64.getDecoder().decode(sealed), StandardCharsets.ISO_8859_1))
                    .doesNotContain("secret");
            assertThat(seal.seal("AC1/SK1", "secret")).isNotEqualTo(sealed);
        }
    }

    @Test
    void keepsItsKeyInTheDataFolderWithoutASetting() {
        String sealed;
        try (DataFolder data = DataFolder.open(folder)) {
            sealed = Seal.of("", data).seal("row", "secret");
        }

        try (DataFolder data = DataFolder.open(folder)) {
            assertThat(Seal.of("", data).open("row", sealed)).contains("secret");
            assertThat(Seal.of(SETTING, data).open("row", sealed)).as("another key").isEmpty();
        }
    }

    @Test
    void refusesWhatWasChangedOrMoved() {
        Seal seal = new Seal(new byte[32]);
        byte[] sealed = Base64.getDecoder().decode(seal.seal("row", "secret"));
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> seal.open("row", Base64.getEncoder().encodeToString(sealed)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> seal.open("other row", seal.seal("row", "secret")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesASettingThatIsTooShortWithoutRepeatingIt() {
        try (DataFolder data = DataFolder.open(folder)) {
            assertThatThrownBy(() -> Seal.of("too short", data)).isInstanceOf(InvalidSettingException.class)
                    .hasMessageContaining("JACKFIELD_SEAL_KEY")
                    .hasMessageNotContaining("too short");
        }
    }
}
