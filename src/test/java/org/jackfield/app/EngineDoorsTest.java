package org.jackfield.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The workflow engine has no door of its own: neither its HTTP interface nor its web applications are in the product. */
class EngineDoorsTest {

    @ParameterizedTest
    @ValueSource(strings = {"/org/camunda/bpm/engine/rest", "/org/camunda/bpm/webapp",
        "/META-INF/resources/webjars/camunda"})
    void isNotThereWhenItWouldOpenTheEngine(String folder) {
        assertThat(EngineDoorsTest.class.getResource(folder)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/org/camunda/bpm/engine", "/org/jackfield/app"})
    void isFoundByItsFolderWhenItIsThere(String folder) {
        assertThat(EngineDoorsTest.class.getResource(folder)).isNotNull();
    }
}
