package org.jackfield.app.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void turnsTheDemosOptionsIntoSettings() {
        assertThat(Options.settings()).isEmpty();
        assertThat(Options.settings("--demo")).containsExactly("--jackfield.demo.enabled=true");
        assertThat(Options.settings("--demo", "--demo-calls-per-minute=20")).containsExactly(
                "--jackfield.demo.enabled=true", "--jackfield.demo.calls-per-minute=20");
        assertThat(Options.settings("--demo-calls-per-minute=20")).contains("--jackfield.demo.enabled=true");
    }

    @Test
    void namesTheFirstArgumentThatIsNoOption() {
        assertThat(Options.unknown("--help", "--demo", "--demo-calls-per-minute=2")).isEmpty();
        assertThat(Options.unknown("--demo", "--demo-calls-per-minute")).contains("--demo-calls-per-minute");
        assertThat(Options.unknown("--jackfield.http.port=1")).contains("--jackfield.http.port=1");
    }
}
