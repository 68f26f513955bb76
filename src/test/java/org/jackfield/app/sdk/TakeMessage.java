package org.jackfield.app.sdk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A flow that records two seconds of the caller: the shipped {@code hello} with another instruction in it. */
final class TakeMessage {

    private TakeMessage() {}

    static String model() {
        try (InputStream hello = Objects
                .requireNonNull(TakeMessage.class.getResourceAsStream("/jackfield/flows/hello.bpmn"))) {
            return new String(hello.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("id=\"hello\"", "id=\"take-message\"")
                    .replace("bpmnElement=\"hello\"", "bpmnElement=\"take-message\"")
                    .replace("${say}", "${record}")
                    .replace("<camunda:inputParameter name=\"text\">Hello. This call is a process instance.</",
                            "<camunda:inputParameter name=\"maxLength\">PT2S</");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
