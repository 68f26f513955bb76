package org.jackfield.app.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.jackfield.app.settings.HttpSettings;
import org.jackfield.app.settings.NodeSettings;
import org.jackfield.engine.store.DataFolderTakenException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.web.server.PortInUseException;

class StartFailureTest {

    @Test
    void namesTheSettingTheValueAndWhatIsAllowed() {
        assertThat(bind("jackfield.http", HttpSettings.class, "jackfield.http.port", "99999"))
                .isEqualTo(new StartFailure(78, "JACKFIELD_HTTP_PORT is \"99999\"; allowed: 0 to 65535"));
        assertThat(bind("jackfield.http", HttpSettings.class, "jackfield.http.port", "many").message())
                .contains("JACKFIELD_HTTP_PORT", "\"many\"", "a whole number");
        assertThat(bind("jackfield", NodeSettings.class, "jackfield.log-format", "xml").message())
                .contains("JACKFIELD_LOG_FORMAT", "xml", "text or json");
        assertThat(bind("jackfield", NodeSettings.class, "jackfield.drain-time", "soon").message())
                .contains("JACKFIELD_DRAIN_TIME", "soon", "a duration");
        assertThat(bind("jackfield", NodeSettings.class, "jackfield.public-url", "ftp://x").message())
                .contains("JACKFIELD_PUBLIC_URL", "ftp://x", "http(s)");
    }

    @Test
    void saysWhichFolderOrPortIsTakenAndByWhom() {
        StartFailure folder = StartFailure
                .of(new IllegalStateException(new DataFolderTakenException(Path.of("/data"), "process 42")));
        StartFailure port = StartFailure.of(new PortInUseException(1));

        assertThat(folder).isEqualTo(new StartFailure(69, "the data folder /data is taken by process 42"));
        assertThat(port.exitCode()).isEqualTo(69);
        assertThat(port.message()).contains("port 1", "JACKFIELD_HTTP_PORT", "process");
    }

    @Test
    void callsEverythingElseADefect() {
        StartFailure failure = StartFailure.of(new IllegalStateException("outer", new RuntimeException("inner")));

        assertThat(failure.isDefect()).isTrue();
        assertThat(failure.message()).contains("inner");
    }

    private static StartFailure bind(String prefix, Class<?> type, String name, String value) {
        try {
            new Binder(new MapConfigurationPropertySource(Map.of(name, value))).bind(prefix, type);
        } catch (BindException unbound) {
            return StartFailure.of(new IllegalStateException(unbound));
        }
        throw new AssertionError(name + "=" + value + " was accepted");
    }
}
