package org.jackfield.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the product the processor worked for, from the samples of a flight recording (one each 10 ms of processor time
 * of a thread, JEP 509). A sample counts for the part whose package is nearest to where it was taken, so that the driver's time
 * below the workflow engine is the driver's.
 */
record Parts(Map<String, Long> samples) {

    static final String OTHER = "other";
    static final String SAMPLING = "jdk.CPUTimeSample#enabled=true";

    private static final String EVENT = "jdk.CPUTimeSample";
    private static final Map<String, String> BY_PACKAGE = new LinkedHashMap<>();

    static {
        BY_PACKAGE.put("org.postgresql.", "database driver");
        BY_PACKAGE.put("com.zaxxer.", "database driver");
        BY_PACKAGE.put("org.camunda.", "workflow engine (Camunda)");
        BY_PACKAGE.put("org.apache.ibatis.", "workflow engine (Camunda)");
        BY_PACKAGE.put("gov.nist.", "SIP stack (JAIN-SIP)");
        BY_PACKAGE.put("org.jackfield.connectors.sip.", "SIP, ours");
        BY_PACKAGE.put("org.jackfield.connectors.rtp.", "media");
        BY_PACKAGE.put("org.jackfield.connectors.speech.", "speech");
        BY_PACKAGE.put("com.sun.speech.", "speech");
        BY_PACKAGE.put("org.jackfield.engine.bpmn.", "workflow plug-in");
        BY_PACKAGE.put("org.jackfield.engine.store.", "stores");
        BY_PACKAGE.put("org.springframework.jdbc.", "stores");
        BY_PACKAGE.put("tools.jackson.", "JSON");
        BY_PACKAGE.put("org.springframework.transaction.", "transactions (Spring)");
        BY_PACKAGE.put("org.jackfield.engine.work.", "work distribution");
        BY_PACKAGE.put("org.jackfield.engine.", "calls");
        BY_PACKAGE.put("ch.qos.logback.", "logging");
        BY_PACKAGE.put("org.apache.catalina.", "HTTP");
        BY_PACKAGE.put("org.apache.tomcat.", "HTTP");
        BY_PACKAGE.put("org.apache.coyote.", "HTTP");
        BY_PACKAGE.put("org.springframework.web.", "HTTP");
        BY_PACKAGE.put("org.jackfield.app.", "HTTP");
        BY_PACKAGE.put("java.lang.VirtualThread", "virtual threads, their scheduling");
        BY_PACKAGE.put("java.util.concurrent.ForkJoin", "virtual threads, their scheduling");
        BY_PACKAGE.put("sun.nio.ch.", "virtual threads, their scheduling");
        BY_PACKAGE.put("java.lang.invoke.", "start of code (linking, class loading)");
    }

    static Parts of(Path recording) {
        Map<String, Long> samples = new TreeMap<>();
        try (RecordingFile events = new RecordingFile(recording)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                if (event.getEventType().getName().equals(EVENT)) {
                    samples.merge(part(event.getStackTrace()), 1L, Long::sum);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Parts(samples);
    }

    private static String part(@Nullable RecordedStackTrace trace) {
        List<RecordedFrame> frames = trace == null ? List.of() : trace.getFrames();
        return part(frames.stream().map(frame -> frame.getMethod().getType().getName()).toList());
    }

    /** The part of a stack of class names, the innermost first. */
    static String part(List<String> classes) {
        for (String name : classes) {
            for (Map.Entry<String, String> entry : BY_PACKAGE.entrySet()) {
                if (name.startsWith(entry.getKey())) {
                    return entry.getValue();
                }
            }
        }
        return OTHER;
    }

    long total() {
        return samples.values().stream().mapToLong(Long::longValue).sum();
    }

    double share(String part) {
        return total() == 0 ? 0 : samples.getOrDefault(part, 0L) / (double) total();
    }
}
