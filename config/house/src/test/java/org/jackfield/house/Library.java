package org.jackfield.house;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;

/**
 * One row of the library table of {@code docs/reference/libraries.md}: a library and the packages that may import it.
 *
 * @param name the row, and the folder of its planted offender with {@code library-} before it
 * @param packages where the library's classes lie
 * @param allowed which of our packages may import it; a package stands for its sub-packages too
 */
record Library(String name, List<String> packages, List<String> allowed) {

    private static final String OURS = "org.jackfield.";
    private static final String ENGINE_WIRING = "engine.wiring";
    private static final String CONNECTORS_WIRING = "connectors.wiring";
    private static final String STORE = "engine.store";
    private static final String BPMN = "engine.bpmn";
    private static final String APP = "app";

    /** The whole table; what stands in no row may be imported nowhere. */
    static final List<Library> TABLE = List.of(
            new Library("camunda", List.of("org.camunda", "org.joda.time"), List.of(BPMN)),
            new Library("hazelcast", List.of("com.hazelcast"), List.of("engine.cluster")),
            new Library("jdbc", List.of("java.sql"), List.of(STORE, "analytics.store")),
            new Library("jdbc-client", List.of("org.springframework.jdbc"),
                    List.of(STORE, "analytics.store", ENGINE_WIRING, CONNECTORS_WIRING, "app.wiring")),
            new Library("datasource", List.of("javax.sql"),
                    List.of(STORE, "analytics.store", BPMN, ENGINE_WIRING, CONNECTORS_WIRING, "app.wiring")),
            new Library("postgresql",
                    List.of("org.postgresql", "io.zonky", "org.flywaydb", "com.zaxxer.hikari",
                            "org.apache.commons.compress", "org.tukaani"),
                    List.of(STORE, ENGINE_WIRING)),
            new Library("sip", List.of("javax.sip", "gov.nist"), List.of("connectors.sip")),
            new Library("speech", List.of("com.sun.speech", "de.dfki"), List.of("connectors.speech")),
            new Library("camel", List.of("org.apache.camel"),
                    List.of("connectors.camel", "connectors.sms", "connectors.webhook", "connectors.mail",
                            "connectors.push")),
            new Library("lucene", List.of("org.apache.lucene"), List.of("analytics.search", "analytics.label")),
            new Library("corenlp", List.of("edu.stanford"), List.of("analytics.nlp")),
            new Library("spring", List.of("org.springframework"),
                    List.of(BPMN, STORE, ENGINE_WIRING, CONNECTORS_WIRING, APP, "sample")),
            new Library("jackson", List.of("tools.jackson", "com.fasterxml.jackson"),
                    List.of(BPMN, STORE, APP, "analytics.batch", "analytics.store", "analytics.label")),
            new Library("scheduler", List.of("jdk.management"), List.of("app.launch")),
            new Library("web", List.of("jakarta.servlet", "jakarta.validation", "jakarta.annotation", "io.micrometer",
                    "org.apache.catalina", "org.apache.coyote"), List.of(APP, ENGINE_WIRING, CONNECTORS_WIRING)));

    boolean owns(JavaClass target) {
        return packages.stream().anyMatch(root -> isIn(target.getPackageName(), root));
    }

    boolean admits(JavaClass origin) {
        return allowed.stream().anyMatch(root -> isIn(origin.getPackageName(), OURS + root));
    }

    static boolean isIn(String packageName, String root) {
        return packageName.equals(root) || packageName.startsWith(root + ".");
    }
}
