package org.jackfield.processes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jackfield.engine.flow.ShippedFlows;

/** The product's own flows, read from the class path. Immutable and thread-safe. */
public final class ProductFlows implements ShippedFlows {

    private static final String FOLDER = "/jackfield/flows/";
    private static final List<String> NAMES = List.of("opening-hours.dmn", "queue-choice.dmn", "welcome.bpmn",
            "hello.bpmn", "work-item.bpmn");

    @Override
    public Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        NAMES.forEach(name -> files.put(name, read(name)));
        return files;
    }

    private static String read(String name) {
        try (InputStream file = ProductFlows.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new IllegalStateException("the application lacks its file " + FOLDER + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
